using System.Buffers.Binary;

namespace SecurityTracker.Formats.Protocol;

/// <summary>How the server and its children talk: each message is its length (32 bits, big endian) and that many bytes.</summary>
public static class Frames
{
    /// <summary>Writes one message.</summary>
    public static async Task Write(Stream output, ReadOnlyMemory<byte> message, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(output);
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, message.Length);
        await output.WriteAsync(length, ct);
        await output.WriteAsync(message, ct);
        await output.FlushAsync(ct);
    }

    /// <summary>Reads one message of at most <paramref name="largest"/> bytes; throws <see cref="IOException"/> for a longer one and where the other end is gone.</summary>
    public static async Task<byte[]> Read(Stream input, int largest, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(input);
        var length = new byte[4];
        await input.ReadExactlyAsync(length, ct);
        var size = BinaryPrimitives.ReadInt32BigEndian(length);
        if (size < 0 || size > largest)
        {
            throw new AnswerTooLargeException(size);
        }

        var message = new byte[size];
        await input.ReadExactlyAsync(message, ct);
        return message;
    }
}

/// <summary>A message is longer than it may be.</summary>
public sealed class AnswerTooLargeException(int size) : IOException($"A message of {size} bytes is none.");
