using System.Text;
using CsCheck;
using Karkhana.Core.Errors;
using Karkhana.Data.Studies;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Data.Studies;

/// <summary>Bytes changed, cut or put in anywhere: reading still ends in a list of problems or in a study.</summary>
public sealed class StudyFuzzTests
{
    private const int Trials = 200;

    public static TheoryData<string> Files => ["study.toml", "firms.csv", "ties.csv", "codebook.csv", "survey.csv", "firms.xlsx", "firms.parquet"];

    [Theory]
    [MemberData(nameof(Files))]
    public void Damaged_files_end_in_problems_never_in_other_exceptions(string file)
    {
        using StudyFolder study = new();
        if (file == "firms.xlsx")
        {
            study.Register(file, TableFiles.Workbook(TableFiles.Register));
        }
        else if (file == "firms.parquet")
        {
            study.Register(file, TableFiles.Parquet(TableFiles.Register));
        }

        byte[] sound = File.ReadAllBytes(study.PathOf(file));
        Damage(sound.Length).Sample(
            damage =>
            {
                study.Write(file, damage.Aggregate(sound, (bytes, change) => change(bytes)));
                IReadOnlyList<DataProblem> problems = StudyReader.Check(study.Root);
                problems.ShouldAllBe(problem => !problem.ToString().Any(char.IsControl));
            },
            iter: Trials,
            threads: 1);
    }

    [Fact]
    public void Damaged_sheets_in_sound_archives_end_in_problems_too()
    {
        using StudyFolder study = new();
        study.Register("firms.xlsx", "");
        byte[] sound = Encoding.Latin1.GetBytes(TableFiles.SheetOf(TableFiles.Register));
        Damage(sound.Length).Sample(
            damage =>
            {
                byte[] sheet = damage.Aggregate(sound, (bytes, change) => change(bytes));
                study.Write("firms.xlsx", TableFiles.Workbook(Encoding.Latin1.GetString(sheet)));
                StudyReader.Check(study.Root).ShouldAllBe(problem => !problem.ToString().Any(char.IsControl));
            },
            iter: Trials,
            threads: 1);
    }

    private static Gen<Func<byte[], byte[]>[]> Damage(int length)
    {
        Gen<int> place = Gen.Int[0, length];
        Gen<Func<byte[], byte[]>> set = Gen.Select(place, Gen.Byte, (at, value) =>
            (Func<byte[], byte[]>)(bytes => at < bytes.Length ? [.. bytes[..at], value, .. bytes[(at + 1)..]] : bytes));
        Gen<Func<byte[], byte[]>> put = Gen.Select(place, Gen.Byte.Array[1, 8], (at, values) =>
            (Func<byte[], byte[]>)(bytes => at < bytes.Length ? [.. bytes[..at], .. values, .. bytes[at..]] : bytes));
        Gen<Func<byte[], byte[]>> cut = Gen.Select(place, Gen.Int[1, 40], (at, count) =>
            (Func<byte[], byte[]>)(bytes => at + count < bytes.Length ? [.. bytes[..at], .. bytes[(at + count)..]] : bytes));
        return Gen.OneOf(set, put, cut).Array[1, 4];
    }
}
