using System.Text;

namespace SecurityTracker.Server.Reading;

/// <summary>A text that goes on in the next lines: joined as it comes, so that twenty thousand lines cost what their length does.</summary>
/// <param name="joint">What stands between two lines of it.</param>
internal sealed class GrowingText(string joint)
{
    private readonly StringBuilder text = new();

    /// <summary>How long it is by now.</summary>
    public int Length => text.Length;

    /// <summary>Adds a line; an empty one is none.</summary>
    public GrowingText Add(string more)
    {
        if (more.Length > 0)
        {
            text.Append(text.Length == 0 ? "" : joint).Append(more);
        }

        return this;
    }

    public override string ToString() => text.ToString();
}
