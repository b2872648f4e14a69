"""The tagger: a BERT encoder with three word features, and its heads. Shapes: B windows, T pieces, H width, W words."""
import math
from dataclasses import asdict, dataclass

import torch
import torch.nn as nn
import torch.nn.functional as F

from corpora import NAME_TAGS, TAGS

DISTANCE_EDGES = (1, 2, 4, 8, 16, 32, 64, 128)          # |distance| buckets: 0, 1, 2-3, 4-7, ... 128 and more
BUCKETS = 2 * len(DISTANCE_EDGES) + 1


@dataclass
class Blueprint:
    vocabulary: int = 30522
    embedding: int = 384          # width of the word table; projected to `width` where they differ
    width: int = 384
    layers: int = 6
    heads: int = 12
    head_width: int = 32          # heads * head_width may be less than width
    inner: int = 1536
    positions: int = 512
    link: int = 64
    window: int = 256             # pieces with [CLS] and [SEP]
    context: int = 32             # pieces of context wanted on each side of a window's core
    context_limit: int = 0        # pieces at most on each side; 0: as many as the window has room for
    judges: tuple = ()            # of pairs (judge.py), as the model file lists them
    second: dict | None = None    # the second reading (second.py), as the model file has it

    def as_dict(self):
        return {name: value for name, value in asdict(self).items() if name not in ("context_limit", "judges", "second") or value}


class FastDropout(nn.Module):
    """Dropout with masks sliced at random from one pool: torch's own generator costs a third of a step on a CPU."""
    pool = {}

    def __init__(self, rate):
        super().__init__()
        self.rate = rate

    def forward(self, x):
        if not self.training or self.rate == 0:
            return x
        key = self.rate
        size = x.numel()
        if key not in self.pool or self.pool[key].numel() < 2 * size:
            keep = torch.rand(max(2 * size, 1 << 22)) >= self.rate
            self.pool[key] = keep.float() / (1 - self.rate)
        at = int(torch.randint(self.pool[key].numel() - size, (1,)))
        return x * self.pool[key][at:at + size].view(x.shape)


class Layer(nn.Module):
    def __init__(self, b, dropout):
        super().__init__()
        self.heads, self.head_width = b.heads, b.head_width
        self.qkv = nn.Linear(b.width, 3 * b.heads * b.head_width)
        self.out = nn.Linear(b.heads * b.head_width, b.width)
        self.norm1 = nn.LayerNorm(b.width, eps=1e-12)
        self.up = nn.Linear(b.width, b.inner)
        self.down = nn.Linear(b.inner, b.width)
        self.norm2 = nn.LayerNorm(b.width, eps=1e-12)
        self.drop = FastDropout(dropout)

    def forward(self, x, mask):
        B, T, H = x.shape
        q, k, v = self.qkv(x).view(B, T, 3, self.heads, self.head_width).permute(2, 0, 3, 1, 4)
        mixed = F.scaled_dot_product_attention(q, k, v, attn_mask=mask).transpose(1, 2).reshape(B, T, -1)
        x = self.norm1(x + self.drop(self.out(mixed)))
        return self.norm2(x + self.drop(self.down(F.gelu(self.up(x)))))


class Tagger(nn.Module):
    def __init__(self, b, dropout=0.1):
        super().__init__()
        self.blueprint = b
        self.word = nn.Embedding(b.vocabulary, b.embedding)
        self.project = nn.Linear(b.embedding, b.width, bias=False) if b.embedding != b.width else None
        self.position = nn.Embedding(b.positions, b.width)
        self.case = nn.Embedding(5, b.width)
        self.quote = nn.Embedding(3, b.width)
        self.paragraph = nn.Embedding(2, b.width)
        self.norm = nn.LayerNorm(b.width, eps=1e-12)
        self.drop = FastDropout(dropout)
        self.layers = nn.ModuleList(Layer(b, dropout) for _ in range(b.layers))
        self.tag = nn.Linear(b.width, len(TAGS))
        self.name = nn.Linear(b.width, len(NAME_TAGS))
        self.said = nn.Linear(b.width, 1)
        self.content_q = nn.Linear(b.width, b.link)       # of a content word
        self.content_k = nn.Linear(b.width, b.link)       # of a cue's first word
        self.source_q = nn.Linear(b.width, b.link)        # of a cue's first word
        self.source_k = nn.Linear(b.width, b.link)        # of a source's first word, or [CLS]: no source
        self.content_distance = nn.Parameter(torch.zeros(BUCKETS))
        self.source_distance = nn.Parameter(torch.zeros(BUCKETS))
        self.transition = nn.Parameter(torch.zeros(len(TAGS), len(TAGS)))      # [from, to], added to tag scores
        for module in self.modules():
            if isinstance(module, (nn.Linear, nn.Embedding)):
                nn.init.normal_(module.weight, std=0.02)
                if getattr(module, "bias", None) is not None:
                    nn.init.zeros_(module.bias)
        for table in (self.case, self.quote, self.paragraph):
            nn.init.zeros_(table.weight)

    def begun(self, ids, case, quote, paragraph):
        """What the first layer takes: [B,T,H] of ids [B,T]."""
        x = self.word(ids)
        if self.project is not None:
            x = self.project(x)
        x = x + self.position.weight[:ids.shape[1]] + self.case(case) + self.quote(quote) + self.paragraph(paragraph)
        return self.drop(self.norm(x))

    def encode(self, ids, case, quote, paragraph, mask=None):
        """ids [B,T] -> hidden [B,T,H]; mask is None or additive [B,1,1,T]."""
        x = self.begun(ids, case, quote, paragraph)
        for layer in self.layers:
            x = layer(x, mask)
        return self.drop(x)


def bucket(distance):
    """Bucket of a signed distance in words: 0 for the far left ... BUCKETS-1 for the far right, the middle for 0."""
    size = torch.bucketize(distance.abs(), torch.tensor(DISTANCE_EDGES), right=True)
    return len(DISTANCE_EDGES) + torch.sign(distance) * size


def link_scores(q, k, bias, q_at, k_at):
    """[Q, K]: scaled dot products plus the bias of the distance k_at - q_at (word numbers)."""
    return q @ k.T / math.sqrt(q.shape[1]) + bias[bucket(k_at[None, :] - q_at[:, None])]


def allowed():
    """[7, 7] additive: BIO forbids I-x after anything but B-x and I-x."""
    table = torch.zeros(len(TAGS), len(TAGS))
    for i, a in enumerate(TAGS):
        for j, b in enumerate(TAGS):
            if b[0] == "I" and a[1:] != b[1:]:
                table[i, j] = -1e4
    return table


def crf_loss(scores, gold, lengths, transition):
    """Mean negative log likelihood a word; scores [B,W,7] padded, gold [B,W]; any tag may start a window."""
    B, W, K = scores.shape
    step = transition + allowed()
    real = torch.arange(W)[None] < lengths[:, None]
    path = (scores.gather(2, gold[..., None])[..., 0] * real).sum(1)
    path = path + (step[gold[:, :-1], gold[:, 1:]] * real[:, 1:]).sum(1)
    alpha = scores[:, 0]
    rows = scores.unbind(1)
    for t in range(1, W):
        new = torch.logsumexp(alpha[:, :, None] + step, 1) + rows[t]
        alpha = torch.where(real[:, t, None], new, alpha)
    return (torch.logsumexp(alpha, 1) - path).sum() / lengths.sum()


def load_bert(model, path):
    """Fills the encoder from a BERT checkpoint (safetensors) of the same width; layers are taken evenly if fewer."""
    from safetensors.torch import load_file
    w = {k.removeprefix("bert."): v for k, v in load_file(path).items()}
    with torch.no_grad():
        model.word.weight.copy_(w["embeddings.word_embeddings.weight"])
        model.position.weight.copy_(w["embeddings.position_embeddings.weight"]
                                    + w["embeddings.token_type_embeddings.weight"][0])
        model.norm.weight.copy_(w["embeddings.LayerNorm.weight"])
        model.norm.bias.copy_(w["embeddings.LayerNorm.bias"])
        have = 1 + max(int(k.split(".")[2]) for k in w if k.startswith("encoder.layer."))
        for i, layer in enumerate(model.layers):
            p = f"encoder.layer.{i * have // len(model.layers)}."
            a = p + "attention.self."
            for kind in ("weight", "bias"):
                getattr(layer.qkv, kind).copy_(torch.cat([w[f"{a}{n}.{kind}"] for n in ("query", "key", "value")]))
                getattr(layer.out, kind).copy_(w[f"{p}attention.output.dense.{kind}"])
                getattr(layer.norm1, kind).copy_(w[f"{p}attention.output.LayerNorm.{kind}"])
                getattr(layer.up, kind).copy_(w[f"{p}intermediate.dense.{kind}"])
                getattr(layer.down, kind).copy_(w[f"{p}output.dense.{kind}"])
                getattr(layer.norm2, kind).copy_(w[f"{p}output.LayerNorm.{kind}"])
