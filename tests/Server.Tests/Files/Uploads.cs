using System.IO.Compression;
using System.Net.Http.Headers;

namespace SecurityTracker.ServerTests.Files;

/// <summary>Files to send.</summary>
internal static class Uploads
{
    public static readonly byte[] Pdf = [.. "%PDF-1.7\n"u8, 1, 2, 3];

    public static Task<HttpResponseMessage> Upload(this HttpClient client, string address, byte[] content, string name)
    {
        var part = new ByteArrayContent(content);
        part.Headers.ContentDisposition = new ContentDispositionHeaderValue("form-data") { Name = "file", FileNameStar = name };
        return client.PostAsync(address, new MultipartFormDataContent { part });
    }

    /// <summary>An Office file with these entries.</summary>
    public static byte[] Archive(params (string Name, byte[] Content)[] entries)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create))
        {
            foreach (var (name, content) in entries)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        return bytes.ToArray();
    }

    public static byte[] Docx(byte[]? document = null) => Archive(
        ("[Content_Types].xml", """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"""u8.ToArray()),
        ("_rels/.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>"""u8.ToArray()),
        ("word/document.xml", document ?? "<x/>"u8.ToArray()));
}
