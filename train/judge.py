"""What judges pairs of an article's statements and mentions by the tagger's vectors of their words (docs/model-format.md, "Judges"), in PyTorch:
relate/reader.py trains it for relations, resolve/reader.py for days, audiences and speakers. An article is what `prepared` gives."""
import sys
import time

import numpy
import torch
import torch.nn as nn
import torch.nn.functional as F

import pairs
from pairs import FURTHEST, HEADS, INNER, MENTION_ZONES, PLACES, RANK, STRONGEST, ZONES

WIDTH = 384
DROPPED = 0.15
BATCH = 8


class Words:
    """A file that dump_words wrote: of each article where its words stand, and their vectors."""

    def __init__(self, path):
        self.path = str(path)
        self.data = numpy.memmap(path, dtype=numpy.uint8, mode="r")
        self.at = []
        at = 0
        while at < len(self.data):
            count = int(self.data[at:at + 4].view(numpy.uint32)[0])
            self.at.append((at + 4, count))
            at += 4 + count * (8 + 2 * WIDTH)

    def places(self, number):
        at, count = self.at[number]
        both = numpy.array(self.data[at:at + 8 * count]).view(numpy.uint32).reshape(count, 2)
        return both[:, 0].copy(), both[:, 1].copy()

    def vectors(self, number):
        at, count = self.at[number]
        raw = numpy.array(self.data[at + 8 * count:at + (8 + 2 * WIDTH) * count]).view(numpy.int16).reshape(count, WIDTH)
        return torch.from_numpy(raw).view(torch.bfloat16).float()


def listed(lists):
    """Lists as one, and which of them each entry is of."""
    flat = [i for one in lists for i in one]
    of = [n for n, one in enumerate(lists) for _ in one]
    return torch.tensor(flat, dtype=torch.long), torch.tensor(of, dtype=torch.long)


def prepared(words, place, question):
    """What a judge is given of the article that stands `place`-th in `words`: all but what it should say. `question` as pairs.judge has it."""
    begins, ends = words.places(place)
    zones = [pairs.zones_of(begins, ends, statement) for statement in question["statements"]]
    mentions = [pairs.mention_zones_of(begins, ends, mention) for mention in question["mentions"]]
    asked = torch.tensor(numpy.array(question["asked"], dtype=numpy.int64).reshape(-1, 2))
    return dict(words=words, place=place, statements=len(zones), mentions=len(mentions), role=torch.from_numpy(pairs.roles_of(len(begins), zones)),
                zones=[listed([statement[zone] for statement in zones]) for zone in range(ZONES)],
                mention=[listed([mention[zone] for mention in mentions]) for zone in range(MENTION_ZONES)],
                actor=asked[:, 0], target=asked[:, 1])


class Judge(nn.Module):
    def __init__(self, features, kinds=7, width=256, dropped=DROPPED, acts=True):
        super().__init__()
        self.width, self.kinds, self.rate = width, kinds, dropped
        self.words_norm = nn.LayerNorm(WIDTH)
        self.norm, self.mention_norm, self.pair_norm = nn.LayerNorm(width), nn.LayerNorm(width), nn.LayerNorm(width)
        self.role, self.place = nn.Embedding(4, WIDTH), nn.Embedding(PLACES, WIDTH)
        self.queries = nn.Parameter(torch.randn((ZONES + MENTION_ZONES) * HEADS, WIDTH) * 0.02)
        self.value = nn.Linear(WIDTH, width)
        self.zone = nn.ModuleList(nn.Linear(width, width) for _ in range(ZONES + MENTION_ZONES))
        self.actor, self.target = nn.Linear(width, width), nn.Linear(width, width)
        self.actor_types, self.target_types = nn.Linear(width, kinds * RANK), nn.Linear(width, kinds * RANK)
        self.features, self.features_out = nn.Linear(features, INNER), nn.Linear(INNER, width)
        self.pair, self.types = nn.Linear(width, width), nn.Linear(width, kinds)
        self.nothing = nn.Linear(width, 1)
        self.act = nn.Linear(width, kinds) if acts else None     # only to learn from: what a statement does, whatever it does it to
        nn.init.normal_(self.role.weight, std=0.1)
        nn.init.normal_(self.place.weight, std=0.05)
        nn.init.constant_(self.nothing.bias, 4.0 if kinds > 1 else 1.0)

    def dropped(self, x):
        return F.dropout(x, self.rate, self.training)

    def mean(self, x, value, flat, of, count, zone):
        """[count, width]: each list's words, weighted head by head."""
        weight = (x @ self.queries[zone * HEADS:(zone + 1) * HEADS].T)[flat].clamp(-STRONGEST, STRONGEST).exp()
        value = value[flat].view(-1, HEADS, self.width // HEADS)
        total = x.new_zeros(count, HEADS).index_add(0, of, weight) + 1e-6
        return (x.new_zeros(count, HEADS, self.width // HEADS).index_add(0, of, value * weight[..., None]) / total[..., None]).view(count, self.width)

    def forward(self, article, features):
        """(scores [pairs, kinds], of nothing [statements], of acts [statements, kinds] or None)"""
        x = self.words_norm(article["words"].vectors(article["place"]))
        x = self.dropped(x) + self.role(article["role"]) + self.place((torch.arange(len(x)) // 16).clamp(max=PLACES - 1))
        value = self.value(x)
        acting = sum(self.zone[z](self.mean(x, value, *article["zones"][z], article["statements"], z)) for z in range(ZONES))
        acting = self.norm(F.relu(acting))
        named = sum(self.zone[ZONES + z](self.mean(x, value, *article["mention"][z], article["mentions"], ZONES + z)) for z in range(MENTION_ZONES))
        both = torch.cat([acting, self.mention_norm(F.relu(named))])
        told = self.features_out(self.dropped(F.relu(self.features(features))))
        pair = F.relu(self.actor(acting)[article["actor"]] + self.target(both)[article["target"]] + told)
        pair = self.types(self.dropped(F.relu(self.pair(self.pair_norm(pair)))))
        product = (self.actor_types(acting).view(-1, self.kinds, RANK)[article["actor"]]
                   * self.target_types(both).view(-1, self.kinds, RANK)[article["target"]])
        return pair + product.sum(-1) / 4, self.nothing(acting)[:, 0], None if self.act is None else self.act(acting)


def log_sum(values, of, count):
    top = values.detach().max() if len(values) else values.new_zeros(())
    return (values.new_zeros(count).index_add(0, of, (values - top).exp()) + 1e-20).log() + top


def shares(article, pair, nothing):
    """Of each statement, the log of what its pairs' and nothing's scores sum to."""
    of = torch.cat([article["actor"].repeat_interleave(pair.shape[1]), torch.arange(len(nothing))])
    return log_sum(torch.cat([pair.reshape(-1), nothing]), of, len(nothing))


def missed(article, pair, nothing, wanted):
    """[statements]: by how much the wanted pairs (0 or 1 by [pairs, kinds]; nothing, where a statement has none) are missed, as logs."""
    right = wanted.reshape(-1) > 0
    of = article["actor"].repeat_interleave(pair.shape[1])[right]
    good = nothing
    if right.any():
        tied = torch.zeros(len(nothing), dtype=torch.bool)
        tied[of] = True
        good = torch.where(tied, log_sum(pair.reshape(-1)[right], of, len(nothing)), nothing)
    return shares(article, pair, nothing) - good


class Scale:
    """Features as a judge takes them."""

    def __init__(self, rows):
        self.mean, self.step = rows.mean(0), rows.std(0) + 1e-3

    def __call__(self, rows):
        return torch.from_numpy(numpy.clip((rows - self.mean) / self.step, -FURTHEST, FURTHEST).astype(numpy.float32))


def learn(judge, articles, loss_of, epochs, rate, seed, decay=0.01):
    """`loss_of(judge, article)` is an article's share of a step."""
    chance = numpy.random.RandomState(seed)
    torch.manual_seed(seed)
    optimiser = torch.optim.AdamW(judge.parameters(), lr=rate, weight_decay=decay, betas=(0.9, 0.98))
    steps, done = epochs * (len(articles) // BATCH), 0
    start, lost = time.time(), 0.0
    for epoch in range(epochs):
        judge.train()
        order = chance.permutation(len(articles))
        for first in range(0, len(order) - BATCH + 1, BATCH):
            for group in optimiser.param_groups:
                group["lr"] = rate * min(1, (done + 1) / min(150, 1 + steps / 10)) * max(0.02, 1 - done / steps)
            optimiser.zero_grad()
            for n in order[first:first + BATCH]:
                loss = loss_of(judge, articles[n]) / BATCH
                loss.backward()
                lost += float(loss.detach())
            nn.utils.clip_grad_norm_(judge.parameters(), 1.0)
            optimiser.step()
            done += 1
            if done % 100 == 0:
                print(f"  step {done} of {steps}, {lost / 100:.4f}, {time.time() - start:.0f} s", flush=True)
                lost = 0.0
    return judge.eval()


def keep(path, judge, scale):
    torch.save({"judge": judge.state_dict(), "mean": torch.as_tensor(scale.mean), "step": torch.as_tensor(scale.step)}, path)


def kept(path, judge, scale):
    """What `keep` wrote, into both."""
    state = torch.load(path)
    judge.load_state_dict(state["judge"])
    scale.mean, scale.step = state["mean"].numpy(), state["step"].numpy()
    return judge.eval()


@torch.no_grad()
def likelihoods(judges, article, features):
    """[pairs, kinds]: the mean of what the judges say."""
    out = 0
    for judge in judges:
        pair, nothing, _ = judge.eval()(article, features)
        out = out + (pair - shares(article, pair, nothing)[article["actor"]][:, None]).exp()
    return (out / len(judges)).numpy()


def tensors_of(judge, scale, thresholds, calibration):
    """{name: f32 array} as docs/model-format.md lists them. The norm of the words is put into what is made of them."""
    read = torch.cat([judge.queries, judge.value.weight])
    start = torch.cat([torch.zeros(len(judge.queries)), judge.value.bias])
    zone = judge.zone
    out = {"words": read * judge.words_norm.weight, "words.bias": start + read @ judge.words_norm.bias,
           "role": judge.role.weight @ read.T, "place": judge.place.weight @ read.T,
           "zones": torch.cat([one.weight for one in zone[:ZONES]], 1), "zones.bias": sum(one.bias for one in zone[:ZONES]),
           "mention": torch.cat([one.weight for one in zone[ZONES:]], 1), "mention.bias": sum(one.bias for one in zone[ZONES:]),
           "feature_mean": torch.from_numpy(numpy.asarray(scale.mean)), "feature_step": torch.from_numpy(numpy.asarray(scale.step)),
           "thresholds": torch.tensor(thresholds), "calibration": torch.tensor(calibration)}
    for name in ("norm", "mention_norm", "pair_norm"):
        out[name + ".gain"], out[name + ".bias"] = getattr(judge, name).weight, getattr(judge, name).bias
    for name in ("actor", "target", "actor_types", "target_types", "features", "features_out", "pair", "types", "nothing"):
        out[name], out[name + ".bias"] = getattr(judge, name).weight, getattr(judge, name).bias
    return {name: value.detach().numpy().astype("<f4") for name, value in out.items()}


def compare(judge, article, question, scale, tensors):
    """Leaves where the format's arithmetic gives other likelihoods than the judge that was trained."""
    begins, ends = article["words"].places(article["place"])
    made = pairs.judge(tensors, article["words"].vectors(article["place"]).numpy().astype(float), begins, ends, question)
    apart = float(abs(made - likelihoods([judge], article, scale(numpy.array(question["features"])))).max())
    print(f"the format's arithmetic is {apart:.6f} apart at most", flush=True)
    if apart > 0.002:
        sys.exit("judge: the format's arithmetic gives something else than the judge that was trained")
