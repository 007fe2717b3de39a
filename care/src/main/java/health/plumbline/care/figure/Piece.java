package health.plumbline.care.figure;

/**
 * One shape of a drawing.
 *
 * @param ink how it is drawn
 * @param path its outline, as the {@code d} of an SVG path
 */
record Piece(Ink ink, String path) {}
