using System.Security.Cryptography;
using System.Text;
using Karkhana.Capability;
using Karkhana.Core.Errors;
using Karkhana.Data.Studies;
using Karkhana.Learning;

namespace Karkhana.Diagnosis;

/// <summary>The files by which a study replaces what ships: its channel matrix and its ladders. They decide results, so they
/// stand among the files that were read.</summary>
internal static class StudyConfiguration
{
    private const long LongestFile = 1 << 20;

    public static ChannelMatrix Matrix(ref Study study) =>
        Read(ref study, ChannelMatrix.FileName, ChannelMatrix.Parse, matrix => matrix.Rows.Count) ?? ChannelMatrix.Default();

    public static LadderCatalogue Ladders(ref Study study) =>
        Read(ref study, LadderCatalogue.FileName, LadderCatalogue.Parse, catalogue => catalogue.Ladders.Count) ?? LadderCatalogue.Default();

    private static T? Read<T>(ref Study study, string name, Func<string, string, T> parse, Func<T, int> rows)
        where T : class
    {
        FileInfo own = new(Path.Combine(study.Settings.Folder, name));
        if (!own.Exists)
        {
            return null;
        }

        if (own.LinkTarget is not null || own.Length > LongestFile)
        {
            throw new StudyException([new DataProblem(
                Severity.Error, "refused-file", name, null, null, "a file in the study of at most 1 MB",
                own.LinkTarget is not null ? "a link" : FormattableString.Invariant($"{own.Length} bytes"),
                "Put the file itself into the folder.")]);
        }

        byte[] bytes = File.ReadAllBytes(own.FullName);
        T content = parse(Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF'), name);
        study = study with
        {
            Files = [.. study.Files, new StudyFile(name, Convert.ToHexStringLower(SHA256.HashData(bytes)), rows(content))],
        };
        return content;
    }
}
