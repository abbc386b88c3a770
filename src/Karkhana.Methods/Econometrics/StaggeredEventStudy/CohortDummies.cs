using Karkhana.Core.Errors;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Econometrics;

/// <summary>The dummies of cohort and relative period, and the rows that can tell something about them.</summary>
internal sealed class CohortDummies
{
    private readonly double[] _adoption;
    private readonly double[] _relative;
    private readonly bool[] _used;

    private CohortDummies(double[] adoption, IReadOnlyList<double> time, bool[] used)
    {
        _adoption = adoption;
        _used = used;
        _relative = [.. time.Select((period, row) => period - adoption[row])];
    }

    /// <summary>Gets cohort and relative period of each dummy.</summary>
    public List<(double Cohort, double Period)> Cells { get; } = [];

    public List<Note> Notes { get; } = [];

    public static CohortDummies Of(StaggeredSample sample, StaggeredEventStudyOptions options, bool[] complete)
    {
        double[] adoption = sample.AdoptionByRow(options.Never);
        bool[] used = [.. complete.Select((all, row) =>
            all && sample.Panel.Unit.ByRow[row] >= 0 && !double.IsNaN(sample.Panel.Time[row]) && !double.IsNaN(adoption[row]))];
        List<Note> notes = TakeLastCohort(adoption, sample.Panel.Time, used);
        CohortDummies dummies = new(adoption, sample.Panel.Time, used);
        dummies.Notes.AddRange(notes);
        dummies.DropCohorts(options.ReferencePeriod);
        dummies.Cells.AddRange(dummies.TreatedRows().Select(row => (adoption[row], dummies._relative[row])).Distinct()
            .Where(cell => cell.Item2 != options.ReferencePeriod).Order());
        Require.That(dummies.Cells.Count > 0, nameof(sample.Adoption), FormattableString.Invariant(
            $"must hold a cohort with rows in the reference period {options.ReferencePeriod} and in another one; there was none"));
        return dummies;
    }

    public static string Name((double Cohort, double Period) cell) => FormattableString.Invariant($"cohort={cell.Cohort}:period={cell.Period}");

    public Column[] Columns() =>
        [.. Cells.Select(cell => Column.Of(Name(cell), _adoption.Select((cohort, row) => cohort == cell.Cohort && _relative[row] == cell.Period ? 1.0 : 0.0)))];

    /// <summary>Gives the weights with NaN in rows that are not used.</summary>
    public double[] Weights(IReadOnlyList<double>? weights) => [.. _used.Select((use, row) => use ? weights?[row] ?? 1 : double.NaN)];

    /// <summary>Counts the rows of a cell among some rows.</summary>
    public int Count((double Cohort, double Period) cell, int[] rows) =>
        rows.Count(row => _adoption[row] == cell.Cohort && _relative[row] == cell.Period);

    // Without units that never adopt, those that adopt last stand for them until they do (Sun and Abraham 2021, 4.2).
    private static List<Note> TakeLastCohort(double[] adoption, IReadOnlyList<double> time, bool[] used)
    {
        double[] known = [.. adoption.Where((_, row) => used[row])];
        if (known.Length == 0 || known.Any(double.IsPositiveInfinity))
        {
            return [];
        }

        double last = known.Max();
        for (int row = 0; row < adoption.Length; row++)
        {
            used[row] &= time[row] < last;
            adoption[row] = adoption[row] == last ? double.PositiveInfinity : adoption[row];
        }

        return [new Note("no-never-adopters", Severity.Warning, FormattableString.Invariant(
            $"No unit never adopts: those that adopt in {last}, the last, are the comparison, and rows from {last} on were left out."))];
    }

    private IEnumerable<int> TreatedRows() =>
        Enumerable.Range(0, _used.Length).Where(row => _used[row] && !double.IsPositiveInfinity(_adoption[row]));

    private void DropCohorts(int reference)
    {
        HashSet<double> compared = [.. TreatedRows().Where(row => _relative[row] == reference).Select(row => _adoption[row])];
        int[] without = [.. TreatedRows().Where(row => !compared.Contains(_adoption[row]))];
        foreach (int row in without)
        {
            _used[row] = false;
        }

        if (without.Length > 0)
        {
            Notes.Add(new Note("cohorts-without-reference", Severity.Warning, FormattableString.Invariant(
                $"{without.Length} rows of units that adopted before they were watched in the reference period {reference} were left out: there is nothing to compare them with.")));
        }
    }
}
