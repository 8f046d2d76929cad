namespace SecurityTracker.Server.Reading;

/// <summary>Filled forms read back from docx, xlsx and PDF.</summary>
public sealed class ReadingModule : IModule
{
}
