namespace SecurityTracker.Server.Reports.Form;

/// <summary>What the files of a report need.</summary>
public static class FormRendering
{
    /// <summary>Adds <see cref="PdfForm"/> with its supervised renderers. docx and xlsx are pure functions and need nothing.</summary>
    public static IServiceCollection AddFormRendering(this IServiceCollection services) => services
        .AddSingleton<RuntimeFiles>()
        .AddSingleton(new TypstLimits())
        .AddSingleton<TypstChildren>()
        .AddHostedService(provider => provider.GetRequiredService<TypstChildren>())
        .AddSingleton<PdfForm>();
}
