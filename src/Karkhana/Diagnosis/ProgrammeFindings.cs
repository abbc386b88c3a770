using Karkhana.Core.Execution;
using Karkhana.Data.Studies;
using Karkhana.Learning;

namespace Karkhana.Diagnosis;

/// <summary>What a programme is estimated to have changed in the workers of firms (M10), when the study says who takes part since when and
/// holds workers of two years or more.</summary>
/// <param name="Takers">The firms of the industry that take part.</param>
/// <param name="Years">The years in which workers are known; 0 without a panel.</param>
/// <param name="Evaluation">The evaluation; null without a panel of two years, or when none of the firms takes part.</param>
public sealed record ProgrammeFindings(int Takers, int Years, ProgrammeEvaluationResult? Evaluation)
{
    private const int LeastYears = 2;
    private const double MetresPerKilometre = 1000;

    /// <summary>Gets the years before the start that half of the firms that take part, or more, were watched in; 0 when nothing was evaluated.</summary>
    public int PeriodsBefore => Evaluation?.PeriodsBefore ?? 0;

    /// <summary>Gets a value indicating whether there are firms to compare with.</summary>
    public bool HasComparison => Evaluation?.Controls >= ProgrammeEvaluation.LeastControls;

    internal static ProgrammeFindings? Of(Study study, Focus focus, ulong seed, ExecutionOptions? execution, CancellationToken cancellationToken)
    {
        if (study.Programme is not { } programme)
        {
            return null;
        }

        HashSet<int> own = [.. focus.Firms];
        Dictionary<int, double> starts = programme.Entries.Where(entry => own.Contains(entry.Firm)).ToDictionary(entry => entry.Firm, entry => (double)entry.Start);
        PanelRow[] rows = [.. (study.Panel?.Rows ?? []).Where(row => own.Contains(row.Firm))];
        int years = rows.Select(row => row.Year).Distinct().Count();
        return new ProgrammeFindings(
            starts.Count, years,
            years < LeastYears || starts.Count == 0
                ? null
                : ProgrammeEvaluation.Estimate(PanelOf(study, rows, starts), new ProgrammeEvaluationOptions { Seed = seed }, execution, cancellationToken));
    }

    // Workers in logarithms: an effect is a share of a firm, and large firms do not decide it alone.
    private static ProgrammePanel PanelOf(Study study, PanelRow[] rows, Dictionary<int, double> starts)
    {
        FirmRegister register = study.Firms;
        Dictionary<int, double> distance = rows.Select(row => row.Firm).Distinct().ToDictionary(firm => firm, firm => starts.Keys.Min(
            taker => Math.Sqrt(Math.Pow(register.X[firm] - register.X[taker], 2) + Math.Pow(register.Y[firm] - register.Y[taker], 2))) / MetresPerKilometre);
        bool hasPlaces = register.Places.Length > 0;
        HashSet<string> places = hasPlaces ? [.. starts.Keys.Select(firm => register.Places[firm])] : [];
        return new ProgrammePanel
        {
            Firm = [.. rows.Select(row => register.Ids[row.Firm])],
            Period = [.. rows.Select(row => (double)row.Year)],
            Outcome = [.. rows.Select(row => row.Workers > 0 ? Math.Log(row.Workers) : double.NaN)],
            TreatedFrom = [.. rows.Select(row => starts.GetValueOrDefault(row.Firm, double.PositiveInfinity))],
            Distance = [.. rows.Select(row => distance[row.Firm])],
            ProgrammePlace = [.. rows.Select(row => hasPlaces ? places.Contains(register.Places[row.Firm]) : starts.ContainsKey(row.Firm))],
            Place = hasPlaces ? [.. rows.Select(row => register.Places[row.Firm])] : [],
        };
    }
}
