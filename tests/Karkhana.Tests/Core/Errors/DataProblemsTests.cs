using Karkhana.Core.Errors;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Core.Errors;

public sealed class DataProblemsTests
{
    [Fact]
    public void Problems_are_listed_with_errors_first_then_by_place()
    {
        DataProblems problems = new();
        problems.Add(Problem(Severity.Warning, "many-on-one", "firms.csv", 2));
        problems.Add(Problem(Severity.Error, "duplicate-id", "ties.csv", 9));
        problems.Add(Problem(Severity.Error, "duplicate-id", "firms.csv", 3));

        problems.ToList().Select(problem => problem.Place).ShouldBe(["firms.csv, row 3, column id", "ties.csv, row 9, column id", "firms.csv, row 2, column id"]);
        problems.HasErrors.ShouldBeTrue();
    }

    [Fact]
    public void A_fault_in_every_row_is_counted_not_listed_a_million_times()
    {
        DataProblems problems = new();
        for (int row = 2; row < 1002; row++)
        {
            problems.Add(Problem(Severity.Error, "not-a-number", "firms.csv", row));
        }

        problems.Count.ShouldBe(1000);
        problems.ToList().Count.ShouldBe(DataProblems.ShownPerKind + 1);
        problems.ToList()[^1].Found.ShouldBe("980 more like it");
    }

    [Fact]
    public void All_errors_are_thrown_at_once()
    {
        DataProblems problems = new();
        problems.Add(Problem(Severity.Error, "a", "x.csv", 2));
        problems.Add(Problem(Severity.Error, "b", "x.csv", 3));

        Should.Throw<StudyException>(problems.ThrowIfErrors).Problems.Count.ShouldBe(2);
    }

    [Fact]
    public void A_problem_of_a_whole_file_names_no_column() =>
        new DataProblem(Severity.Error, "malformed-matrix", "matrix.json", null, "", "a matrix", "text", "").Place.ShouldBe("matrix.json");

    private static DataProblem Problem(Severity severity, string code, string file, long row) =>
        new(severity, code, file, row, "id", "a number", "\"x\"", "Write a number.");
}
