using Karkhana.Core.Tables;
using Karkhana.Data.Results.Networks;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Data.Results;

public sealed class SienaFilesTests
{
    private const SienaCell No = SienaCell.None;

    private static readonly Table Actors = Table.Of(
        "nodes",
        Column.Of("id", ["b", "a"]),
        Column.Of("place", ["Okara", null]),
        Column.Of("workers", [double.NaN, 2.5]),
        Column.Of("answered", [true, false]));

    [Fact]
    public void Cells_are_written_in_the_codes_of_RSiena_with_a_diagonal_of_zeros()
    {
        SienaMatrix matrix = new("advice", 1, 3, [SienaCell.Missing, SienaCell.Tie, SienaCell.StructuralZero, No, SienaCell.Tie, SienaCell.Missing, No, No, No]);

        matrix.ToText().ShouldBe("0 1 10\n0 0 NA\n0 0 0\n");
        Should.Throw<ArgumentException>(() => (matrix with { Actors = 2 }).ToText());
    }

    [Fact]
    public void Attributes_become_numbers_and_the_key_of_texts_is_beside_them()
    {
        Dictionary<string, string> files = Files("advice");

        files["actors.txt"].ShouldBe("row\tplace\tworkers\tanswered\n1\t1\tNA\t1\n2\tNA\t2.5\t0\n");
        files["categories.csv"].ShouldBe("attribute,code,label\nplace,1,Okara\n");
        files["actors.csv"].ShouldBe("row,id\n1,b\n2,a\n");
    }

    [Fact]
    public void Kinds_get_names_that_are_safe_and_differ()
    {
        string[] names = [.. Files("worker-flow", "worker flow", "2nd\" hand", "گجرات", "../x").Keys.Where(name => name.EndsWith("_wave1.txt", StringComparison.Ordinal))];

        names.ShouldBe(["worker_flow_wave1.txt", "worker_flow_2_wave1.txt", "kind_2nd__hand_wave1.txt", "kind__wave1.txt", "x_wave1.txt"]);
    }

    [Fact]
    public void Too_few_rows_and_no_wave_are_refused()
    {
        Should.Throw<ArgumentException>(() => SienaFiles.Of([], Actors, false)).Message.ShouldContain("none");
        Should.Throw<ArgumentException>(() => SienaFiles.Of([new SienaMatrix("a", 1, 1, [No])], Actors, false)).Message.ShouldContain("2 actors");
    }

    private static Dictionary<string, string> Files(params string[] kinds) => SienaFiles
        .Of([.. kinds.Select(kind => new SienaMatrix(kind, 1, 2, [No, SienaCell.Tie, No, No]))], Actors, synthetic: true)
        .ToDictionary(file => file.Name, file => file.Text);
}
