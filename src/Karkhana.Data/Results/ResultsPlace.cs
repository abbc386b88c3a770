namespace Karkhana.Data.Results;

/// <summary>Looks at the place where results are to stand, and changes nothing there.</summary>
internal static class ResultsPlace
{
    /// <summary>Refuses a folder that holds what must not be replaced.</summary>
    /// <param name="target">The place as it was given, for messages.</param>
    /// <param name="full">The full path.</param>
    /// <param name="owner">Who wants to write; null to replace results of any study and command.</param>
    public static void CheckContents(string target, string full, ResultsOwner? owner)
    {
        if (File.Exists(full))
        {
            throw new IOException($"{target} is a file; results need a folder. Choose another with --out.");
        }

        string manifest = Path.Combine(full, ResultsFolder.ManifestName);
        if (!Directory.Exists(full) || !Directory.EnumerateFileSystemEntries(full).Any())
        {
            return;
        }

        if (!File.Exists(manifest))
        {
            throw new IOException($"{target} exists and holds no results of Karkhana, so it is left as it is. Choose another folder with --out.");
        }

        string json = File.ReadAllText(manifest);
        RefuseWhatOthersWrote(target, full, json);
        RefuseOtherOwners(target, Manifest.OwnerOf(json), owner);
    }

    /// <summary>Refuses a place whose folder cannot be written.</summary>
    /// <param name="target">The place as it was given, for messages.</param>
    /// <param name="full">The full path.</param>
    public static void CheckWritable(string target, string full)
    {
        string? above = Path.GetDirectoryName(full);
        while (above is not null && !Path.Exists(above))
        {
            above = Path.GetDirectoryName(above);
        }

        string probe = Path.Combine(above ?? "/", ResultsFolder.WorkingNameOf(Path.GetFileName(full)));
        try
        {
            Directory.CreateDirectory(probe);
            Directory.Delete(probe);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new IOException($"{target} cannot be made: {above} does not let anything be written in it. Choose another place with --out.", exception);
        }
    }

    // Replacing a folder deletes it; a file that is not in its manifest is somebody's work.
    private static void RefuseWhatOthersWrote(string target, string full, string manifest)
    {
        HashSet<string> ours = [ResultsFolder.ManifestName, .. Manifest.OutputsOf(manifest)];
        string? foreign = Directory.EnumerateFiles(full, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(full, file).Replace('\\', '/')).FirstOrDefault(file => !ours.Contains(file));
        if (foreign is not null)
        {
            throw new IOException($"{target} holds {foreign}, which Karkhana did not write, so it is left as it is. Move it, or choose another folder with --out.");
        }
    }

    // Results of versions that did not say which command wrote them belong to their study.
    private static void RefuseOtherOwners(string target, ResultsOwner? there, ResultsOwner? owner)
    {
        bool isOther = there is not null && owner is not null
            && (there.Study != owner.Study || (there.Command.Length > 0 && there.Command != owner.Command));
        if (isOther)
        {
            string what = there!.Command.Length > 0 ? $"the results of karkhana {there.Command} on {there.Study}" : $"the results of the study {there.Study}";
            throw new IOException(
                $"{target} holds {what}, so it is left as it is: karkhana {owner!.Command} on {owner.Study} would replace them. Choose another folder with --out, or remove it first.");
        }
    }
}
