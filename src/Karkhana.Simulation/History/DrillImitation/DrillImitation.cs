using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Inference;
using Karkhana.Core.Results;

namespace Karkhana.Simulation;

/// <summary>One maker of zero-till drills, then over fifteen: how fast firms would have to imitate their advisers.</summary>
public static class DrillImitation
{
    internal const string Source =
        "Business Recorder 2007, https://brecorder.com/news/amp/3457680; CIMMYT, https://cimmyt.org/news/conservation-agriculture-machinery-arrives-in-pakistan";

    private static readonly double[] Multiples = [0, 0.25, 0.5, 1, 2, 4];

    /// <summary>Fits the two rates and draws the paths.</summary>
    /// <remarks>
    /// Each year a firm that does not make the drill begins with hazard base + b·(its advisers who do). Two observations set two
    /// rates: the wait between the introduction and the first maker sets base (N·base·wait = ln 2, the median wait), the count
    /// nine years later sets b (the median over the draws of the least b that reaches it in that draw, which is the b at
    /// which the median path reaches it). The advisers are drawn, since who asked whom is not published. An illustration and
    /// no estimate: nothing is left over to test it with, and other pairs of rates reach the same count
    /// (<see cref="DrillImitationResult.Alternatives"/>). Cost: replicates × (firms² + 400 × quarters × firms × advisers).
    /// Source: the hazard with imitation is that of Bass 1969, doi:10.1287/mnsc.15.5.215, among named advisers; facts of framework row 38 and of the study's own files.
    /// </remarks>
    /// <param name="options">Facts, assumptions and draws.</param>
    /// <param name="execution">Workers, progress, and the store that lets a stopped run go on.</param>
    /// <param name="cancellationToken">Stops the run.</param>
    /// <returns>The rates, the paths and what the facts leave open.</returns>
    public static DrillImitationResult Estimate(
        DrillImitationOptions? options = null, ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        options ??= new DrillImitationOptions();
        options.Check();
        double baseRate = Math.Log(2) / (options.Firms * (options.FirstMakerYear - options.IntroductionYear));
        ReplicateRows rates = ReplicateEngine.Local.ExecuteResumable(
            new DrillImitationJob(options, "drill imitation: rates", Multiples.Length + 1, (run, row) => Rates(options, baseRate, run, row.Span)),
            RunKey.Of("drill rates", options, Multiples), execution, cancellationToken);
        double[] needed = Sorted(rates, Array.IndexOf(Multiples, 1.0));
        double imitation = Median(needed);
        Require.That(double.IsFinite(imitation), nameof(options), FormattableString.Invariant(
            $"must allow {options.CountedMakers} makers in {options.CountYear} in half of the draws; imitation without limit did not reach them"));
        int years = options.LastYear - options.FirstMakerYear + 1;
        ReplicateRows paths = ReplicateEngine.Local.ExecuteResumable(
            new DrillImitationJob(options, "drill imitation: paths", years, (run, row) => run.Makers(baseRate, imitation, row.Span)),
            RunKey.Of("drill paths", options, baseRate, imitation), execution, cancellationToken);
        double[] counted = paths.Column(options.CountYear - options.FirstMakerYear);
        return new DrillImitationResult
        {
            BaseRate = baseRate,
            Imitation = imitation,
            ImitationLow = needed[(int)(0.025 * (needed.Length - 1))],
            ImitationHigh = needed[(int)Math.Ceiling(0.975 * (needed.Length - 1))],
            ShareReached = counted.Count(makers => makers >= options.CountedMakers) / (double)counted.Length,
            Years = [.. Enumerable.Range(0, years).Select(year => YearOf(options, paths, year))],
            Alternatives = [.. Enumerable.Range(0, Multiples.Length + 1).Select(position => AlternativeOf(options, baseRate, rates, position))],
            Notes = Notes(options),
            Provenance = new Provenance("simulation.drill-imitation", Words(options), Source, options.Seed),
        };
    }

    private static void Rates(DrillImitationOptions options, double baseRate, ImitationRun run, Span<double> row)
    {
        int years = options.CountYear - options.FirstMakerYear;
        for (int position = 0; position < Multiples.Length; position++)
        {
            row[position] = run.LeastImitation(Multiples[position] * baseRate, years, options.CountedMakers);
        }

        row[Multiples.Length] = run.LeastBase(years, options.CountedMakers);
    }

    private static ImitationAlternative AlternativeOf(DrillImitationOptions options, double baseRate, ReplicateRows rates, int position)
    {
        double median = Median(Sorted(rates, position));
        double itsBase = position < Multiples.Length ? Multiples[position] * baseRate : median;
        return new ImitationAlternative(
            itsBase, position < Multiples.Length ? median : 0,
            itsBase > 0 ? Math.Log(2) / (options.Firms * itsBase) : double.PositiveInfinity);
    }

    private static ImitationYear YearOf(DrillImitationOptions options, ReplicateRows paths, int year)
    {
        double[] makers = Sorted(paths, year);
        int calendar = options.FirstMakerYear + year;
        return new ImitationYear(
            calendar, Math.Round(Quantiles.Type7(makers, 0.5), MidpointRounding.AwayFromZero), Math.Floor(Quantiles.Type7(makers, 0.025)), Math.Ceiling(Quantiles.Type7(makers, 0.975)), // makers are whole
            calendar == options.FirstMakerYear ? 1 : calendar == options.CountYear ? options.CountedMakers : double.NaN);
    }

    private static double[] Sorted(ReplicateRows rows, int position)
    {
        double[] values = rows.Column(position);
        Array.Sort(values);
        return values;
    }

    // The mean of the middle two, but of two infinite ones (or of one) no NaN.
    private static double Median(double[] sorted)
    {
        double upper = sorted[sorted.Length / 2];
        return double.IsInfinity(upper) ? upper : Quantiles.Type7(sorted, 0.5);
    }

    private static string Words(DrillImitationOptions options) => FormattableString.Invariant(
        $"firms = {options.Firms}, introduction = {options.IntroductionYear}, first_maker = {options.FirstMakerYear}, count = {options.CountedMakers} in {options.CountYear}, advisers = {options.Advisers}, radius = {options.Radius}, advice_decay = {options.AdviceDecay}, replicates = {options.Replicates}");

    private static Note[] Notes(DrillImitationOptions options) =>
    [
        new("illustration", Severity.Warning, "Two rates were set by two observations: an illustration, not an estimate. Nothing is left to test the model with, and other pairs of rates reach the same count."),
        new("synthetic-network", Severity.Information, "Who asked whom is not published: the advice network is synthetic and drawn anew in each run."),
        new("inferred-years", Severity.Information, FormattableString.Invariant(
            $"The years of the introduction ({options.IntroductionYear}) and of the first maker ({options.FirstMakerYear}) are inferred from 'the 1980s' and 'more than ten years before {options.CountYear}'; the count of {options.CountedMakers} is a lower bound.")),
    ];
}
