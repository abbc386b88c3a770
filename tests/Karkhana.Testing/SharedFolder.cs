namespace Karkhana.Testing;

/// <summary>The folder of reference cases and real data that lies beside the repository where it is developed.</summary>
public static class SharedFolder
{
    /// <summary>Finds a file or folder of the shared folder.</summary>
    /// <param name="parts">The path below it.</param>
    /// <returns>The full path, or null when it is not there; the test then skips and says so.</returns>
    public static string? Find(params string[] parts)
    {
        for (DirectoryInfo? folder = new(RepositoryRoot); folder is not null; folder = folder.Parent)
        {
            string path = Path.Combine([folder.FullName, "shared", .. parts]);
            if (File.Exists(path) || Directory.Exists(path))
            {
                return path;
            }
        }

        return null;
    }

    /// <summary>Gets the root of the repository: the folder with the solution.</summary>
    public static string RepositoryRoot { get; } = FindRoot();

    private static string FindRoot()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Karkhana.slnx")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException("No folder above the tests holds Karkhana.slnx.");
    }
}
