using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using SecurityTracker.Server.Children;
using SecurityTracker.Server.Printing;
using SecurityTracker.Server.Reading;
using SecurityTracker.Server.Reports.Form;

namespace SecurityTracker.ServerTests.Form;

/// <summary>The real renderer and the real PDF reader, shared by a class of tests.</summary>
public sealed class Renderer : IDisposable
{
    public Renderer()
    {
        Children = Of(new());
        Pdf = new(Children);
        Readers = new(Formats, Pdfs);
    }

    internal static RuntimeFiles Runtime { get; } = new(new ConfigurationBuilder().Build());

    internal TypstChildren Children { get; }

    internal PdfForm Pdf { get; }

    internal FormatChildren Formats { get; } = new(new(), NullLogger<FormatChildren>.Instance);

    internal PdfChildren Pdfs { get; } = new(Runtime, new(), NullLogger<PdfChildren>.Instance);

    internal FileReaders Readers { get; }

    internal static TypstChildren Of(TypstLimits limits) => new(Runtime, [new("Reports/Form/form.typ"), new("ConfirmationDocuments/Form/confirmation-document.typ")], limits, NullLogger<TypstChildren>.Instance);

    public void Dispose()
    {
        Children.Dispose();
        Formats.Dispose();
        Pdfs.Dispose();
    }
}
