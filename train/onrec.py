"""Writes and reads model files (docs/model-format.md), and runs one with the very arithmetic that the format prescribes."""
import json
import struct

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F
import xxhash

import decode
import pairs
import rereading
from corpora import NAME_TAGS, ROLES, TAGS
from model import DISTANCE_EDGES, Blueprint, Layer, Tagger, allowed
from pieces import Vocabulary, byte_offsets
from windows import Article, batch

MAGIC, VERSION = b"ONRECMDL", 1
HEADS = ("tag", "name", "said", "content_q", "content_k", "source_q", "source_k")
SAMPLES = (
    "\u201cWe never agreed to that,\u201d Mayor Ilse Brandt told Radio Fjord on Tuesday. Her deputy, Tom Oduya, denied it.\n\n"
    "The council said in a statement that the bridge would stay closed until May.",
    "A spokesman for the NAVI\u0106 Foundation declined to comment. \"It is over,\" he added, \"and we wish them well.\"\n"
    "Residents fear na\u00efve promises\u2026 Dr. Lund believes otherwise, according to two officials.",
    "No one spoke.",
)
# More than one window, for files that are only tests.
LONG_SAMPLE = "\n\n".join(" ".join(f"Councillor {n * m + 3} said the crossing at Mile {n + m} would \u201cnot reopen\u201d in {n} days."
                                  for m in range(2 + n % 3)) for n in range(1, 14))


def to_s8(weight):
    """Symmetric s8 by row: (values, scales)."""
    scale = weight.abs().amax(1).clamp(min=1e-12) / 127
    return torch.clamp(torch.round(weight / scale[:, None]), -127, 127).to(torch.int8), scale


def layer_tensors(layers, before):
    """{name: tensor} of encoder layers, as tensors_of has them."""
    out = {}
    for n, layer in enumerate(layers):
        for part in ("qkv", "out", "norm1", "up", "down", "norm2"):
            module, key = getattr(layer, part), f"{before}.{n}.{part}"
            if part.startswith("norm"):
                out[key + ".gain"] = module.weight
            else:
                out[key] = to_s8(module.weight.detach())
            out[key + ".bias"] = module.bias
    return out


def tensors_of(model):
    """{name: tensor} as the format lists them; s8 ones as (values, scale)."""
    out = {"word": to_s8(model.word.weight.detach())}
    if model.project is not None:
        out["project"] = to_s8(model.project.weight.detach())
    out["position"] = model.position.weight[:model.blueprint.window]
    for name in ("case", "quote", "paragraph"):
        out[name] = getattr(model, name).weight
    out["norm.gain"], out["norm.bias"] = model.norm.weight, model.norm.bias
    out.update(layer_tensors(model.layers, "layers"))
    for name in HEADS:
        out[name], out[name + ".bias"] = getattr(model, name).weight, getattr(model, name).bias
    out["content_distance"], out["source_distance"] = model.content_distance, model.source_distance
    out["transition"] = model.transition.detach() + allowed()
    return out


def rows_of(tensors):
    """[(what the header lists, bytes)] of {name: tensor or array}, or of s8 ones (values, scale)."""
    out = []
    for name, tensor in tensors.items():
        for key, value in (((name, tensor[0]), (name + ".scale", tensor[1])) if isinstance(tensor, tuple) else ((name, tensor),)):
            array = value.detach().numpy() if isinstance(value, torch.Tensor) else np.asarray(value)
            array = array.astype("<i1" if array.dtype == np.int8 else "<f4")
            out.append(({"name": key, "dtype": "s8" if array.dtype == np.int8 else "f32", "shape": list(array.shape), "offset": 0, "bytes": array.nbytes},
                        array.tobytes()))
    return out


def write(path, model, vocabulary, card, texts=SAMPLES):
    # A network of another file's shape has not that file's judges.
    blueprint = model.blueprint.as_dict() | {"positions": model.blueprint.window}
    blueprint.pop("judges", None)
    blueprint.pop("second", None)
    listed, blobs = zip(*rows_of(tensors_of(model)))
    header = {"blueprint": blueprint, "tags": TAGS, "names": NAME_TAGS, "distances": DISTANCE_EDGES,
              "special": {"cls": vocabulary.cls, "sep": vocabulary.sep, "unk": vocabulary.unk},
              "card": card, "samples": [], "tensors": list(listed), "pieces": vocabulary.pieces}

    data = assemble(header, blobs)
    if texts:
        data = with_samples(data, texts)
    with open(path, "wb") as handle:
        handle.write(data)
    return len(data)


def assemble(header, blobs):
    """The bytes of a file; `blobs` are those of header["tensors"], whose offsets this sets."""
    text = b""
    for _ in range(4):                               # offsets are part of the header whose length moves them
        at = 20 + len(text)
        for row in header["tensors"]:
            row["offset"] = (at + 63) // 64 * 64
            at = row["offset"] + row["bytes"]
        again = json.dumps(header, ensure_ascii=False, separators=(",", ":")).encode()
        settled, text = len(again) == len(text), again
        if settled:
            break
    out = bytearray(MAGIC + struct.pack("<IQ", VERSION, len(text)) + text)
    for row, blob in zip(header["tensors"], blobs):
        out += bytes(row["offset"] - len(out)) + blob
    out += struct.pack("<Q", xxhash.xxh64(bytes(out)).intdigest())
    return bytes(out)


def header_of(data):
    return json.loads(data[20:20 + struct.unpack("<Q", data[12:20])[0]])


def with_samples(data, texts=None, **changed):
    """The file `data` with its samples made anew, of other texts where given; `changed` are fields of the blueprint that no
    tensor depends on."""
    header = header_of(data)
    blobs = [data[row["offset"]:row["offset"] + row["bytes"]] for row in header["tensors"]]
    texts = texts or [one["text"] for one in header["samples"]]
    header["blueprint"] |= changed
    data = assemble(header, blobs)
    model, words = parse(data)
    judges, again = judges_of(header, blobs), second_of(data)
    header["samples"] = [sample(model, words, text, judges, again) for text in texts]
    return assemble(header, blobs)


def judges_of(header, blobs):
    """[(of, {name: f32 array})] of a file, in its order."""
    out = []
    for number, shape in enumerate(header["blueprint"].get("judges", ())):
        start = f"judge.{number}."
        out.append((shape["of"], {row["name"].removeprefix(start): np.frombuffer(blob, "<f4").reshape(row["shape"])
                                  for row, blob in zip(header["tensors"], blobs) if row["name"].startswith(start)}))
    return out


def with_judges(path, out, of, made):
    """Writes to `out` the file at `path` with the judges `made` [{name: f32 array}] of what `of` says, in place of those of it that it had."""
    with open(path, "rb") as handle:
        data = handle.read()
    header = header_of(data)
    blobs = [data[row["offset"]:row["offset"] + row["bytes"]] for row in header["tensors"]]
    judges = [one for one in judges_of(header, blobs) if one[0] != of] + [(of, tensors) for tensors in made]
    judges.sort(key=lambda one: pairs.OF.index(one[0]))
    kept = [(row, blob) for row, blob in zip(header["tensors"], blobs) if not row["name"].startswith("judge.")]
    mine = rows_of({f"judge.{number}.{name}": array for number, (_, tensors) in enumerate(judges) for name, array in tensors.items()})
    header["tensors"] = [row for row, _ in mine + kept]
    header["blueprint"]["judges"] = [{"of": name, "kinds": len(tensors["types"]), "width": len(tensors["actor"]), "features": tensors["features"].shape[1]}
                                     for name, tensors in judges]
    with open(out, "wb") as handle:
        handle.write(with_samples(assemble(header, [blob for _, blob in mine + kept])))


def with_second(path, out, layers, tensors, judge):
    """Writes to `out` the file at `path` with a second reading in place of the one that it had: its layers, its own tensors {mark, far, asks, least}
    and its judge {name: array}."""
    with open(path, "rb") as handle:
        data = handle.read()
    header = header_of(data)
    kept = [(row, data[row["offset"]:row["offset"] + row["bytes"]]) for row in header["tensors"] if not row["name"].startswith("second.")]
    made = layer_tensors(layers, "second.layers") | {f"second.{name}": value for name, value in tensors.items()}
    kept += rows_of(made | {f"second.judge.{name}": value for name, value in judge.items()})
    header["tensors"] = [row for row, _ in kept]
    header["blueprint"]["second"] = {"layers": len(layers), "width": len(judge["actor"]), "features": judge["features"].shape[1]}
    with open(out, "wb") as handle:
        handle.write(with_samples(assemble(header, [blob for _, blob in kept])))


def second_of(data):
    """(layers in the format's arithmetic, {name: f32 array}) of a file's second reading, or None."""
    header, t = header_of(data), tensors_in(data)
    shape = header["blueprint"].get("second")
    if not shape:
        return None
    blueprint = blueprint_of(header)
    layers = [layer_of(Layer(blueprint, 0.0), t, f"second.layers.{n}").eval() for n in range(shape["layers"])]
    return layers, {name.removeprefix("second."): value.numpy() for name, value in t.items() if name.startswith("second.") and ".layers." not in name}


class Integer(nn.Module):
    """A linear layer in the format's integer arithmetic (the sums are of whole numbers; float64 keeps them exact)."""

    def __init__(self, values, scale, bias):
        super().__init__()
        self.values, self.scale, self.bias = values.float(), scale, bias

    def forward(self, x):
        low, high = x.amin(-1, keepdim=True).clamp(max=0), x.amax(-1, keepdim=True).clamp(min=0)
        step = (high - low) / 255
        step = torch.where(step == 0, torch.ones_like(step), step)
        zero = torch.round(-low / step)
        u = torch.clamp(torch.round(x / step) + zero, 0, 255)
        y = F.linear(u - zero, self.values) * (step * self.scale)
        return y if self.bias is None else y + self.bias


def tensors_in(data):
    """{name: tensor} of a file's bytes."""
    t = {}
    for row in header_of(data)["tensors"]:
        kind = "<i1" if row["dtype"] == "s8" else "<f4"
        t[row["name"]] = torch.from_numpy(np.frombuffer(data, kind, row["bytes"] // np.dtype(kind).itemsize, row["offset"])
                                          .reshape(row["shape"]).copy())
    return t


def blueprint_of(header):
    blueprint = header["blueprint"]
    return Blueprint(**{"head_width": blueprint["width"] // blueprint["heads"]} | blueprint)


def layer_of(layer, t, key):
    """The layer with a file's tensors of that name, in the format's arithmetic."""
    with torch.no_grad():
        for part in ("norm1", "norm2"):
            getattr(layer, part).weight.copy_(t[f"{key}.{part}.gain"])
            getattr(layer, part).bias.copy_(t[f"{key}.{part}.bias"])
    for part in ("qkv", "out", "up", "down"):
        name = f"{key}.{part}"
        setattr(layer, part, Integer(t[name], t[name + ".scale"], t[name + ".bias"]))
    return layer


def parse(data):
    """(model in the format's arithmetic, vocabulary) from a file's bytes."""
    if data[:8] != MAGIC or struct.unpack("<I", data[8:12])[0] != VERSION:
        raise ValueError("not a model file of this version")
    if xxhash.xxh64(data[:-8]).intdigest() != struct.unpack("<Q", data[-8:])[0]:
        raise ValueError("damaged model file")
    header = header_of(data)
    t = tensors_in(data)
    model = Tagger(blueprint_of(header), 0.0).eval()
    with torch.no_grad():
        model.word.weight.copy_(t["word"] * t["word.scale"][:, None])
        for name in ("position", "case", "quote", "paragraph"):
            getattr(model, name).weight.copy_(t[name])
        model.norm.weight.copy_(t["norm.gain"])
        model.norm.bias.copy_(t["norm.bias"])
        for name in HEADS:
            getattr(model, name).weight.copy_(t[name])
            getattr(model, name).bias.copy_(t[name + ".bias"])
        for name in ("content_distance", "source_distance", "transition"):
            getattr(model, name).copy_(t[name])
    for n, layer in enumerate(model.layers):
        layer_of(layer, t, f"layers.{n}")
    if model.project is not None:
        model.project = Integer(t["project"], t["project.scale"], None)
    return model, Vocabulary(header["pieces"])


def read(path):
    with open(path, "rb") as handle:
        return parse(handle.read())


def rounded(tensor):
    return [[round(float(v), 4) for v in row] for row in tensor]


def sample(model, vocabulary, text, judges=(), again=None):
    article = Article(text, vocabulary)
    scores = decode.score_articles(model, [article])[0]
    items = decode.attributions(model, article, scores)
    table = byte_offsets(text)
    window = scores.windows[0]
    record = decode.statements(article, items)
    places = [(table[w.begin], table[w.end]) for w in article.words]
    judged = {}
    for of in dict.fromkeys(name for name, _ in judges):
        mine = [tensors for name, tensors in judges if name == of]
        question = pairs.question_for(record, mine[0]["features"].shape[1])
        begins, ends = np.array(places).T
        vectors = scores.core.numpy().astype(float)
        likely = np.mean([pairs.judge(tensors, vectors, begins, ends, question) for tensors in mine], 0) if question["asked"] else np.zeros((0, 1))
        judged[of] = question | {"likely": np.round(likely, 5).tolist()}
        if again and of == "relation":
            lower = rereading.below(model, article, scores.windows, len(again[0]))
            judged[of]["again"] = np.round(rereading.revised(again, lower, begins, ends, question, likely, -1.0), 5).tolist()
    return {"text": text, "words": [[*place, w.case, w.quote, w.paragraph] for place, w in zip(places, article.words)],
            "ids": batch([(article, window)], vocabulary.pad)["ids"][0].tolist(),
            "tag": rounded(scores.tag), "name": rounded(scores.name),
            "statements": [{role: [[s["begin"], s["end"]] for s in row[role]] for role in ROLES} | {"said": round(item["said"], 4)}
                           for row, item in zip(record, items)],
            "tolerance": 0.05, **({"judged": judged} if judged else {})}
