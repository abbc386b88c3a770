using Karkhana.Core.Execution;
using Karkhana.Core.Results;

namespace Karkhana.Learning;

/// <summary>What a programme is estimated to have changed, for those that took part and for those beside them (M10).</summary>
public static class ProgrammeEvaluation
{
    /// <summary>The least firms of a group whose change is estimated.</summary>
    public const int LeastFirms = 5;

    /// <summary>The least firms that make a comparison group.</summary>
    public const int LeastControls = 10;

    private const string Claim = "programme-worked";

    private const string Source =
        "Callaway & Sant'Anna 2021, doi:10.1016/j.jeconom.2020.12.001; Sun & Abraham 2021, doi:10.1016/j.jeconom.2020.09.006; Rambachan & Roth 2023, doi:10.1093/restud/rdad018; Figal Garone et al. 2015, doi:10.1007/s11187-014-9620-2";

    /// <summary>Evaluates.</summary>
    /// <remarks>
    /// Group-time effects, doubly robust given covariates, of firms that take part against firms that never do, lie outside the
    /// places of the programme and at least 2 km from those that take part; averaged by time since the start; joint test of the
    /// periods before; bounds when trends after the start differ by 0, 0.5, 1 and 2 times the greatest step before it; a second opinion by dummies
    /// of cohort and time. Spillover: firms that never take part in places of the programme, and by bands of distance, each as
    /// if treated from the programme's start in its place (anywhere, where its place has none), against firms beyond the last band. Errors
    /// clustered by place where places are known and both sides lie in two or more; where one side lies in a single place they are those of firms, and a note says
    /// that what else happened in that place cannot be told apart. Smallest detectable effect: (z of level + z of power) × standard error. What
    /// is not allowed is not estimated: the claim needs two periods before the start, in half of the firms that take part or more,
    /// and a comparison group of ten firms. Assumes parallel trends given covariates, and no spillover beyond the exclusion.
    /// Cost: that of group-time effects, times the groups.
    /// Source: Callaway and Sant'Anna 2021, doi:10.1016/j.jeconom.2020.12.001; Sun and Abraham 2021,
    /// doi:10.1016/j.jeconom.2020.09.006; Rambachan and Roth 2023, doi:10.1093/restud/rdad018; Figal Garone et al. 2015,
    /// doi:10.1007/s11187-014-9620-2 (direct and spillover groups); framework 3.5 (M10), 3.7, A.8. Agrees with: planted effects.
    /// </remarks>
    /// <param name="panel">The panel.</param>
    /// <param name="options">Exclusion, bands, anticipation, draws, level.</param>
    /// <param name="execution">Workers of the draws.</param>
    /// <param name="cancellationToken">Looked at between groups.</param>
    /// <returns>The evaluation; without effects when the claim is not allowed.</returns>
    /// <exception cref="ArgumentException">Columns differ in length, or a firm has two adoptions, places or distances.</exception>
    public static ProgrammeEvaluationResult Estimate(
        ProgrammePanel panel, ProgrammeEvaluationOptions? options = null, ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(panel);
        panel.Check();
        options ??= new ProgrammeEvaluationOptions();
        ProgrammeFirms firms = new(panel);
        double[] main = From(firms, firms.TreatedFrom, firm => IsControl(firms, firm, options.ExclusionKilometres));
        int controls = main.Count(double.IsPositiveInfinity);
        ClaimsGate gate = ClaimsGate.For(new Dictionary<string, double>
        {
            ["pre_periods"] = firms.PeriodsBefore(),
            ["comparison_groups"] = controls >= LeastControls ? 1 : 0,
        });
        ClaimDecision decision = gate.Decisions.Single(one => one.Claim.Id == Claim);
        ProgrammeRun run = new(execution, cancellationToken);
        bool allowed = decision.Allowed && main.Count(double.IsFinite) >= LeastFirms;
        List<ArmEffect> arms = allowed ? Arms(panel, firms, main, options, run) : [];
        return new ProgrammeEvaluationResult
        {
            Decision = decision,
            Treated = Enumerable.Range(0, firms.Count).Count(firms.IsTreated),
            Controls = controls,
            PeriodsBefore = firms.PeriodsBefore(),
            Arms = arms,
            EventStudy = allowed ? ProgrammeSample.EventStudy(panel, firms, main, options, run) : null,
            Power = options.Power,
            Notes = [.. ProgrammeNotes.Of(firms, arms, decision, options), .. arms.Take(1).SelectMany(arm => arm.Effects.Notes)],
            Provenance = new Provenance(
                "learning.programme-evaluation",
                FormattableString.Invariant($"exclusion_km = {options.ExclusionKilometres}, bands_km = {string.Join(' ', options.Bands.Select(limit => FormattableString.Invariant($"{limit}")))}, anticipation = {options.Anticipation}, draws = {options.Draws}, level = {options.Level}"),
                Source,
                options.Seed),
        };
    }

    private static List<ArmEffect> Arms(
        ProgrammePanel panel, ProgrammeFirms firms, double[] main, ProgrammeEvaluationOptions options, ProgrammeRun run)
    {
        List<ArmEffect> arms = [];
        void Add(ProgrammeArm arm, (double From, double To) band, double[] from)
        {
            run.CancellationToken.ThrowIfCancellationRequested();
            if (ProgrammeSample.Estimate(panel, firms, from, options, run) is { } found)
            {
                arms.Add(new ArmEffect(arm, band.From, band.To, found.Firms, found.Controls, found.Effects) { HasOnePlace = firms.HasOnePlace(from) });
            }
        }

        (double, double) none = (double.NaN, double.NaN);
        double beyond = options.Bands.Append(options.ExclusionKilometres).Max();
        bool Far(int firm) => IsControl(firms, firm, beyond);
        Add(ProgrammeArm.TookPart, none, main);
        Add(ProgrammeArm.TookPartAllControls, none, From(firms, firms.TreatedFrom, firms.IsNever));
        Add(ProgrammeArm.UntreatedInPlace, none, From(firms, firm => Exposed(firms, firm, firms.IsInProgrammePlace(firm)), Far));
        for (int band = 0; band < options.Bands.Count; band++)
        {
            (double low, double high) = (band == 0 ? 0 : options.Bands[band - 1], options.Bands[band]);
            Add(ProgrammeArm.DistanceBand, (low, high), From(firms, firm => Exposed(firms, firm, firms.IsWithin(firm, low, high)), Far));
        }

        return arms;
    }

    private static bool IsControl(ProgrammeFirms firms, int firm, double kilometres) =>
        firms.IsNever(firm) && !firms.IsInProgrammePlace(firm) && firms.IsFar(firm, kilometres);

    private static double Exposed(ProgrammeFirms firms, int firm, bool isMember) =>
        isMember && firms.IsNever(firm) ? firms.ExposedFrom(firm) : double.NaN;

    // By firm: the period from which on it is affected; infinity for a control; NaN for a firm that is left out.
    private static double[] From(ProgrammeFirms firms, Func<int, double> affectedFrom, Func<int, bool> isControl) =>
        [.. Enumerable.Range(0, firms.Count).Select(firm =>
        {
            double from = affectedFrom(firm);
            return double.IsFinite(from) ? from : isControl(firm) ? double.PositiveInfinity : double.NaN;
        })];
}
