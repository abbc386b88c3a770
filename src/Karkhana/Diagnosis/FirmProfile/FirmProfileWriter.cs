using System.Security.Cryptography;
using System.Text;
using Karkhana.Core.Results;
using Karkhana.Data.Results;
using Karkhana.Data.Studies;
using Karkhana.Reporting;

namespace Karkhana.Diagnosis.FirmProfile;

/// <summary>Writes the pages of firms.</summary>
public static class FirmProfileWriter
{
    /// <summary>The command whose results these are: those of another are not replaced.</summary>
    public const string Command = "profile";

    private const int LongestName = 60;

    /// <summary>Gives the page of a firm as HTML.</summary>
    /// <param name="group">The trade of the firm.</param>
    /// <param name="firm">The position of the firm in the register.</param>
    /// <param name="texts">The texts, in the language of the page.</param>
    /// <returns>One self-contained page.</returns>
    public static string Render(ProfiledGroup group, int firm, TextCatalogue texts) =>
        HtmlReport.Render(FirmProfileReport.Compose(group, firm, texts), texts);

    /// <summary>Writes one page per surveyed firm into a folder, whole or not at all.</summary>
    /// <param name="groups">The trades.</param>
    /// <param name="folder">Where to write; pages of an earlier run of ours are replaced.</param>
    /// <param name="texts">The texts, in the language of the pages.</param>
    /// <param name="cancellationToken">Stops the writing; nothing is left then.</param>
    /// <returns>The number of pages.</returns>
    /// <exception cref="IOException">The folder holds something else, or results of another study or command.</exception>
    public static int WriteAll(
        IReadOnlyList<ProfiledGroup> groups, string folder, TextCatalogue texts, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(groups);
        ArgumentNullException.ThrowIfNull(texts);
        using ResultsFolder results = ResultsFolder.Begin(folder, new ResultsOwner(groups[0].Study.Settings.Name, Command));
        int pages = 0;
        foreach (ProfiledGroup group in groups)
        {
            foreach (int firm in group.Survey.Firms)
            {
                cancellationToken.ThrowIfCancellationRequested();
                results.WriteText(FileNameOf(group.Study.Firms.Ids[firm]), Render(group, firm, texts));
                pages++;
            }
        }

        Study study = groups[0].Study;
        results.Complete(new Manifest(
            study.Settings.Name, study.IsSynthetic, Provenance.LibraryVersion, groups[0].Seed,
            new Dictionary<string, string> { ["language"] = texts.Language },
            [.. study.Files.Select(file => new ManifestFile(
                file.Name, file.Sha256, new FileInfo(Path.Combine(study.Settings.Folder, file.Name)).Length))],
            [],
            new Dictionary<string, double>()));
        return pages;
    }

    /// <summary>Gives the name of the page of a firm: its id where that is safe as a file name on any system, else the safe part of
    /// it with a hash that tells ids apart.</summary>
    /// <param name="id">The id.</param>
    /// <returns>The name: <c>profile-F001.html</c>.</returns>
    public static string FileNameOf(string id)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        bool IsSafe(char sign) => char.IsAsciiLetterUpper(sign) || char.IsAsciiDigit(sign) || sign is '-' or '_';
        if (id.Length <= LongestName && id.All(IsSafe))
        {
            return $"profile-{id}.html";
        }

        string safe = string.Concat(id.Take(LongestName).Where(sign => char.IsAsciiLetterLower(sign) || IsSafe(sign)));
        string hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)))[..12];
        return $"profile-{safe}-{hash}.html";
    }
}
