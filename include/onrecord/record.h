// All that onrecord knows of one article: what `extract` prints and what the ledger keeps.
#pragma once

#include "onrecord/article.h"
#include "onrecord/relation.h"
#include "onrecord/resolution.h"
#include "onrecord/statement.h"

namespace onrecord {

struct Record {
  Article article;
  Statements statements;
  Resolution resolution;
  Relations relations;  // inside this article only
};

}  // namespace onrecord
