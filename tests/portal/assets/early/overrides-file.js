window.File = function File(path) {
  this.path = path;
};
