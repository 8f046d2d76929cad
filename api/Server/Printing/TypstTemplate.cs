namespace SecurityTracker.Server.Printing;

/// <summary>A template that the renderers know. A noun adds its own by <c>services.AddSingleton(new TypstTemplate(…))</c>.</summary>
/// <param name="Path">Of its file, from the program's folder; the file's name without its ending is the template's name.</param>
internal sealed record TypstTemplate(string Path);
