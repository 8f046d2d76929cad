namespace SecurityTracker.Server.Reports.Form;

/// <summary>What the files of a report need: the PDF's renderers. docx and xlsx are pure functions and need nothing.</summary>
public sealed class FormModule : IModule
{
    /// <inheritdoc/>
    public void AddServices(IServiceCollection services) => services
        .AddSingleton<RuntimeFiles>()
        .AddSingleton(new TypstLimits())
        .AddSingleton<TypstChildren>()
        .AddHostedService(provider => provider.GetRequiredService<TypstChildren>())
        .AddSingleton<PdfForm>();
}
