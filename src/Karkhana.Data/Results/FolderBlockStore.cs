using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Karkhana.Core.Errors;
using Karkhana.Core.Execution;

namespace Karkhana.Data.Results;

/// <summary>Keeps the finished blocks of jobs as files in a folder.</summary>
/// <remarks>
/// A file is the SHA-256 of the key and the block, then the block. It is written beside its place and moved there, so a run that
/// is killed leaves no half file; a file whose digest does not fit is treated as missing and computed again.
/// </remarks>
public sealed class FolderBlockStore : IBlockStore
{
    private const int DigestLength = SHA256.HashSizeInBytes;

    private readonly string _folder;

    /// <summary>Initialises the store, and its folder if it is not there.</summary>
    /// <param name="folder">The folder, used for nothing else.</param>
    public FolderBlockStore(string folder)
    {
        Require.That(!string.IsNullOrWhiteSpace(folder), nameof(folder), "must name a folder");
        _folder = folder;
        Directory.CreateDirectory(folder);
    }

    /// <inheritdoc/>
    public byte[]? Find(string job, ReplicateRange range)
    {
        string path = PathOf(job, range);
        if (!File.Exists(path))
        {
            return null;
        }

        byte[] file = File.ReadAllBytes(path);
        return file.Length >= DigestLength
            && Digest(job, file.AsSpan(DigestLength)).AsSpan().SequenceEqual(file.AsSpan(0, DigestLength))
            ? file[DigestLength..]
            : null;
    }

    /// <inheritdoc/>
    public void Keep(string job, ReplicateRange range, ReadOnlySpan<byte> block)
    {
        string path = PathOf(job, range);
        string partial = path + "." + Environment.CurrentManagedThreadId.ToString(CultureInfo.InvariantCulture) + ".part";
        using (FileStream stream = new(partial, FileMode.Create, FileAccess.Write))
        {
            stream.Write(Digest(job, block));
            stream.Write(block);
        }

        File.Move(partial, path, overwrite: true);
    }

    /// <summary>Removes what was kept, once a run is whole.</summary>
    public void Clear()
    {
        foreach (string path in Directory.EnumerateFiles(_folder, "*.block").Concat(Directory.EnumerateFiles(_folder, "*.part")))
        {
            File.Delete(path);
        }
    }

    private static byte[] Digest(string job, ReadOnlySpan<byte> block)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(job));
        hash.AppendData(block);
        return hash.GetHashAndReset();
    }

    private string PathOf(string job, ReplicateRange range)
    {
        string key = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(job)))[..16];
        return Path.Combine(_folder, string.Create(
            CultureInfo.InvariantCulture, $"{key}-{range.First}-{range.Count}.block"));
    }
}
