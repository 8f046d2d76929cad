using System.Xml;

namespace SecurityTracker.Formats.Documents;

/// <summary>
/// The content controls that are open where the reader stands (w:sdt). A control that still shows its prompt says nothing; a
/// check box says whether it is ticked, whatever sign it shows for that.
/// </summary>
internal sealed class DocxControls
{
    private readonly Stack<Control> open = new();
    private int prompts;

    /// <summary>A control begins.</summary>
    public void Open() => open.Push(new Control());

    /// <summary>Reads what the control at hand says of itself.</summary>
    public void Take(XmlReader reader)
    {
        var control = open.TryPeek(out var top) ? top : new Control();
        foreach (var inside in reader.Inside())
        {
            switch (inside.LocalName)
            {
                case "showingPlcHdr" when inside.IsWord() && inside.IsOn() && !control.IsPrompt:
                    control.IsPrompt = true;
                    prompts++;
                    break;
                case "checkbox":
                    control.Box ??= DocxSymbols.Empty;
                    break;
                case "checked":
                    control.Box = DocxSymbols.Box(inside.IsOn());
                    break;
            }
        }

        // A check box has no prompt.
        if (control is { IsPrompt: true, Box: not null })
        {
            control.IsPrompt = false;
            prompts--;
        }
    }

    /// <summary>What is shown where this text stands.</summary>
    public string Shown(string text)
    {
        if (prompts > 0)
        {
            return "";
        }

        return open.TryPeek(out var control) && control.Box is not null ? Box(control) : text;
    }

    /// <summary>The control at hand ends; answers what it shows and was not shown yet.</summary>
    public string Close()
    {
        if (!open.TryPop(out var control))
        {
            return "";
        }

        prompts -= control.IsPrompt ? 1 : 0;
        return control.Box is null || prompts > 0 ? "" : Box(control);
    }

    private static string Box(Control control)
    {
        var shown = control.IsShown ? "" : control.Box!;
        control.IsShown = true;
        return shown;
    }

    private sealed class Control
    {
        public bool IsPrompt { get; set; }

        public string? Box { get; set; }

        public bool IsShown { get; set; }
    }
}
