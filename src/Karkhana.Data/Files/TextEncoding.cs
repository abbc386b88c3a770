using System.Text;
using System.Text.Unicode;

namespace Karkhana.Data.Files;

/// <summary>Finds how a text file is encoded by reading its bytes once.</summary>
/// <param name="Encoding">The encoding.</param>
/// <param name="HasMark">Whether a byte order mark begins the file.</param>
/// <param name="Mixed">Whether the bytes are partly UTF-8 and partly not.</param>
/// <param name="Binary">Whether NUL bytes show that this is no text.</param>
internal sealed record TextEncoding(Encoding Encoding, bool HasMark, bool Mixed, bool Binary)
{
    private const int ChunkSize = 1 << 20;
    private const int LongestCharacter = 4;

    static TextEncoding() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Looks at a file.</summary>
    /// <param name="path">The file.</param>
    /// <returns>What was found.</returns>
    public static TextEncoding Of(string path)
    {
        using FileStream stream = new(
            path, FileMode.Open, FileAccess.Read, FileShare.Read, ChunkSize, FileOptions.SequentialScan);
        byte[] chunk = new byte[ChunkSize];
        int kept = 0;
        bool invalid = false;
        bool multibyte = false;
        bool first = true;
        bool mark = false;
        while (true)
        {
            int read = stream.ReadAtLeast(chunk.AsSpan(kept), ChunkSize - kept, throwOnEndOfStream: false);
            ReadOnlySpan<byte> bytes = chunk.AsSpan(0, kept + read);
            if (first && Marked(bytes) is { } wide)
            {
                return wide;
            }

            mark |= first && bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]);
            first = false;
            if (bytes.Contains((byte)0))
            {
                return new TextEncoding(Encoding.UTF8, mark, false, true);
            }

            kept = read == 0 || bytes.Length < ChunkSize ? 0 : Tail(bytes);
            (bool chunkInvalid, bool chunkMultibyte) = Judge(bytes[..^kept]);
            invalid |= chunkInvalid;
            multibyte |= chunkMultibyte;
            bytes[^kept..].CopyTo(chunk);
            if (kept == 0)
            {
                break;
            }
        }

        return invalid
            ? new TextEncoding(Encoding.GetEncoding(1252), mark, mark || multibyte, false)
            : new TextEncoding(Encoding.UTF8, mark, false, false);
    }

    /// <summary>Knows UTF-16 by its mark; that of UTF-32, which is not read, begins alike.</summary>
    private static TextEncoding? Marked(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE, 0, 0]) ? new TextEncoding(Encoding.UTF32, true, false, true)
        : bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) ? new TextEncoding(Encoding.Unicode, true, false, false)
        : bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) ? new TextEncoding(
            Encoding.BigEndianUnicode, true, false, false)
        : null;

    /// <summary>A character may be cut by the end of the chunk: keeps what begins in its last bytes for the next
    /// one.</summary>
    private static int Tail(ReadOnlySpan<byte> bytes)
    {
        for (int back = 1; back <= LongestCharacter; back++)
        {
            if ((bytes[^back] & 0xC0) != 0x80)
            {
                return back;
            }
        }

        return 1;
    }

    private static (bool Invalid, bool Multibyte) Judge(ReadOnlySpan<byte> bytes)
    {
        if (!bytes.ContainsAnyExceptInRange((byte)0, (byte)127))
        {
            return (false, false);
        }

        if (Utf8.IsValid(bytes))
        {
            return (false, true);
        }

        bool multibyte = false;
        while (!bytes.IsEmpty)
        {
            System.Buffers.OperationStatus status = Rune.DecodeFromUtf8(bytes, out Rune rune, out int used);
            multibyte |= status == System.Buffers.OperationStatus.Done && !rune.IsAscii;
            bytes = bytes[used..];
        }

        return (true, multibyte);
    }
}
