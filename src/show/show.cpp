#include "show/show.h"
