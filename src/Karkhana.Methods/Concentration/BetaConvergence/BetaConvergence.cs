using Karkhana.Core.Execution;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;
using Karkhana.Methods.Econometrics;

namespace Karkhana.Methods.Concentration;

/// <summary>Whether regions that start lower grow faster: absolute beta convergence.</summary>
public static class BetaConvergence
{
    internal const string Source = "Barro & Sala-i-Martin 1992, doi:10.1086/261816";
    private const string Growth = "growth";
    private const string LogStart = "log_start";

    /// <summary>Regresses growth on the logarithm of the start.</summary>
    /// <remarks>
    /// Least squares of ln(y1/y0) (total), or ln(y1/y0)/T (annual), on ln y0, with classical standard errors and
    /// Student's t with n − 2 degrees of freedom. Speed −ln(1 + b)/T for the total form and −ln(1 + T b)/T for the
    /// annual one, the same number; half-life ln 2/speed. A slope of −1 (total) or below leaves both NaN; with a
    /// positive slope both are negative: the gaps double in that time. When all regions start alike the slope is NaN.
    /// Assumptions: one steady state for all regions, errors independent and of one variance; neighbours seldom are.
    /// Missing values are refused. Cost: n.
    /// Source: Barro and Sala-i-Martin 1992, doi:10.1086/261816, equations 9 and 10.
    /// Agrees with: R 4.2 lm, relative 1e-8; REAT 3.0.3 betaconv.ols for the coefficients.
    /// </remarks>
    /// <param name="regions">The values at start and end, all above 0, of three regions or more.</param>
    /// <param name="options">Length of the period and form of the dependent variable.</param>
    /// <param name="execution">Not used.</param>
    /// <param name="cancellationToken">Not used.</param>
    /// <returns>The regression, the speed and the half-life.</returns>
    public static BetaConvergenceResult Estimate(
        RegionalGrowth regions,
        BetaConvergenceOptions options,
        ExecutionOptions? execution = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(regions);
        ArgumentNullException.ThrowIfNull(options);
        regions.Check(positive: true);
        double length = options.Dependent == GrowthForm.AnnualLogGrowth ? options.Years : 1;
        Table data = Table.Of(
            "regions",
            Column.Of(Growth, regions.Start.Zip(regions.End, (start, end) => Math.Log(end / start) / length)),
            Column.Of(LogStart, regions.Start.Select(start => Math.Log(start))));
        OrdinaryLeastSquaresResult line = OrdinaryLeastSquares.Estimate(
            new RegressionSample(data),
            new OrdinaryLeastSquaresOptions
            {
                Model = new ModelSpecification { Outcome = Growth, Terms = [LogStart] },
                Level = options.Level,
            },
            execution,
            cancellationToken);
        CoefficientTable coefficients = WithSlope(line.Coefficients);
        double speed = -Math.Log(1 + (length * coefficients.Estimates[1])) / options.Years;
        return new BetaConvergenceResult
        {
            Coefficients = coefficients,
            RSquared = line.Fit.RSquared,
            Speed = speed,
            HalfLife = Math.Log(2) / speed,
            Notes = Notes(coefficients.Estimates[1], speed),
            Provenance = new Provenance(
                "concentration.beta-convergence",
                FormattableString.Invariant(
                    $"years = {options.Years}, dependent = {options.Dependent}, level = {options.Level}"),
                Source),
        };
    }

    /// <summary>Puts back, as NaN, a slope that the regression had to leave out.</summary>
    private static CoefficientTable WithSlope(CoefficientTable table) => table.Find(LogStart) >= 0
        ? table
        : new CoefficientTable(
            [.. table.Terms, LogStart],
            [.. table.Estimates, double.NaN],
            [.. table.StandardErrors, double.NaN],
            [.. table.DegreesOfFreedom, table.DegreesOfFreedom[0]],
            table.Level);

    private static IReadOnlyList<Note> Notes(double slope, double speed) =>
    [
        .. UnitNotes.When(
            double.IsNaN(slope), "same-start", "All regions start alike: there is no slope and no speed."),
        .. UnitNotes.When(
            !double.IsNaN(slope) && double.IsNaN(speed), "overshooting",
            "The slope says that regions overtook each other: speed and half-life are not defined."),
        .. UnitNotes.When(
            speed < 0, "divergence",
            "The slope is positive: the regions moved apart, and the half-life is minus the time in which gaps double."),
    ];
}
