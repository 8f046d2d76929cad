using System.Xml;

namespace SecurityTracker.Formats.Documents;

/// <summary>
/// What a file says in several versions (mc:AlternateContent): a box as DrawingML and again as VML. One is read: the first that
/// Word understands, and it understands what Microsoft wrote.
/// </summary>
internal sealed class DocxAlternatives
{
    private const string Namespace = "http://schemas.openxmlformats.org/markup-compatibility/2006";
    private readonly Stack<bool> open = new();

    /// <summary>The element belongs to the choice between versions.</summary>
    public static bool IsOne(XmlReader reader) => string.Equals(reader.NamespaceURI, Namespace, StringComparison.Ordinal);

    /// <summary>Takes the start of a choice or of a version; true for a version that is to be left out.</summary>
    public bool LeavesOut(XmlReader reader)
    {
        if (reader.LocalName is "AlternateContent" && !reader.IsEmptyElement)
        {
            open.Push(false);
        }
        else if (reader.LocalName is "Choice" or "Fallback" && open.TryPop(out var isTaken))
        {
            var takes = !isTaken && (reader.LocalName is "Fallback" || IsUnderstood(reader));
            open.Push(isTaken || takes);
            return !takes;
        }

        return false;
    }

    /// <summary>Takes an end.</summary>
    public void Close(XmlReader reader)
    {
        if (reader.LocalName is "AlternateContent")
        {
            open.TryPop(out _);
        }
    }

    private static bool IsUnderstood(XmlReader reader) => (reader.GetAttribute("Requires") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .All(prefix => reader.LookupNamespace(prefix)?.StartsWith("http://schemas.microsoft.com/", StringComparison.Ordinal) == true);
}
