namespace SecurityTracker.Formats.Documents;

/// <summary>A run of text on a page; distances in points from the lower left corner.</summary>
internal sealed record PdfPiece(double X, double Y, double Width, double Size, string Text);
