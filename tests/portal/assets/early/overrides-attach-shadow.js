Element.prototype.attachShadow = () => {
  throw new Error('This page has no shadow roots');
};
