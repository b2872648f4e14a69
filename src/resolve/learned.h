// The learned numbers of `resolve`. The .inc files are made by train/resolve/train.py and never edited.
#pragma once

#include "trees/trees.h"

namespace onrecord::resolving {

extern const Trees day_trees;   // whether a day that the article tells is that of a saying
extern const Trees told_trees;  // whether an audience that the article tells is that of a saying

}  // namespace onrecord::resolving
