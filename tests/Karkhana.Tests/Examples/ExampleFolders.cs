using Karkhana.Examples;

namespace Karkhana.Tests.Examples;

/// <summary>A temporary folder with an example study in it.</summary>
internal sealed class ExampleFolders : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("karkhana-examples-").FullName;

    public string PathOf(string folder) => Path.Combine(_root, folder);

    public string Write(string name, ulong seed)
    {
        string folder = PathOf(FormattableString.Invariant($"{name}-{seed}"));
        ExampleStudies.Write(name, folder, seed, CancellationToken.None);
        return folder;
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);
}
