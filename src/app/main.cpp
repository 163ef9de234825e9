#include "guong/app/commands.h"

int main(int count, char** arguments) {
  return guong::app::run_command({arguments + 1, arguments + count});
}
