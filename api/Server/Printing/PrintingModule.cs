using SecurityTracker.Server.Children;

namespace SecurityTracker.Server.Printing;

/// <summary>What printing a PDF needs: the renderers. docx and xlsx are pure functions and need nothing.</summary>
internal sealed class PrintingModule : IModule
{
    public void AddServices(IServiceCollection services) => services
        .AddSingleton<RuntimeFiles>()
        .AddSingleton(new TypstLimits())
        .AddSingleton<TypstChildren>()
        .AddSingleton(new TypstTemplate("Printing/sheet.typ"))
        .AddSingleton<PdfSheet>()
        .AddSingleton<SheetDownload>()
        .AddHostedService(provider => provider.GetRequiredService<TypstChildren>());
}
