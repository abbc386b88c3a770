using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Psychometrics;

/// <summary>How well a measurement model reproduces means and covariances.</summary>
/// <remarks>
/// χ²₀, d₀: the model of uncorrelated items. CFI = 1 − max(χ² − d, 0)/max(χ² − d, χ²₀ − d₀, 0); TLI = (χ²₀/d₀ −
/// χ²/d)/(χ²₀/d₀ − 1); RMSEA = √(G·max(χ² − d, 0)/(d·N)) for G groups, limits from the noncentral chi-square at 5 % and 95
/// %; SRMR per group = root mean square of (s_ij − σ_ij)/√(s_ii s_jj), i ≤ j, and with means (x̄ − μ)/√s_ii, weighted by
/// respondents. Without degrees of freedom TLI and RMSEA are not defined.
/// Source: Bentler 1990, doi:10.1037/0033-2909.107.2.238; Tucker and Lewis 1973, doi:10.1007/BF02291170; Steiger 1990,
/// doi:10.1207/s15327906mbr2502_4; Browne and Cudeck 1992, doi:10.1177/0049124192021002005; Bentler 1995, EQS manual.
/// </remarks>
internal sealed record FitIndices
{
    private const double Tail = 0.05;

    public required double Statistic { get; init; }

    public required int DegreesOfFreedom { get; init; }

    public required double Cfi { get; init; }

    public required double Tli { get; init; }

    public required double Rmsea { get; init; }

    public required double RmseaLow { get; init; }

    public required double RmseaHigh { get; init; }

    public required double Srmr { get; init; }

    public required double LogLikelihood { get; init; }

    public required int Parameters { get; init; }

    public required int Respondents { get; init; }

    public double PValue => ChiSquare.UpperTail(Statistic, DegreesOfFreedom);

    public double Aic => (2 * Parameters) - (2 * LogLikelihood);

    public double Bic => (Math.Log(Respondents) * Parameters) - (2 * LogLikelihood);

    public static FitIndices Of(MeasurementModelFit fit)
    {
        (double statistic, int degrees) = (fit.Statistic, fit.Model.DegreesOfFreedom);
        int respondents = fit.Moments.Sum(group => group.Respondents);
        int items = fit.Moments[0].Items;
        double baseline = fit.Moments.Aggregate(0.0, (sum, group) => sum + group.IndependenceStatistic());
        double baselineDegrees = fit.Moments.Count * items * (items - 1) / 2.0;
        double excess = Math.Max(statistic - degrees, 0);
        double most = Math.Max(excess, baseline - baselineDegrees);
        return new FitIndices
        {
            Statistic = statistic,
            DegreesOfFreedom = degrees,
            Cfi = most > 0 ? 1 - (excess / most) : 1,
            Tli = degrees == 0
                ? double.NaN
                : ((baseline / baselineDegrees) - (statistic / degrees)) / ((baseline / baselineDegrees) - 1),
            Rmsea = RmseaOf(statistic - degrees),
            RmseaLow = Limit(1 - Tail),
            RmseaHigh = Limit(Tail),
            Srmr = SrmrOf(fit),
            LogLikelihood = Saturated(fit.Moments) - (statistic / 2),
            Parameters = fit.Model.Parameters,
            Respondents = respondents,
        };

        double RmseaOf(double noncentrality) => degrees == 0
            ? double.NaN
            : Math.Sqrt(fit.Moments.Count * Math.Max(noncentrality, 0) / ((double)degrees * respondents));

        double Limit(double probability) => degrees == 0
            ? double.NaN
            : RmseaOf(ChiSquare.Noncentrality(statistic, degrees, probability));
    }

    private static double SrmrOf(MeasurementModelFit fit)
    {
        double sum = 0;
        double respondents = 0;
        for (int group = 0; group < fit.Moments.Count; group++)
        {
            GroupMoments moments = fit.Moments[group];
            ModelMatrices matrices = fit.Model.At(fit.Parameters, group);
            Matrix<double> implied = matrices.Covariances();
            Vector<double> means = fit.Model.HasMeans ? matrices.Means() : moments.Means;
            double squares = 0;
            for (int i = 0; i < moments.Items; i++)
            {
                for (int j = 0; j <= i; j++)
                {
                    double residual = moments.Covariances[i, j] - implied[i, j];
                    squares += residual * residual / (moments.Covariances[i, i] * moments.Covariances[j, j]);
                }

                squares += (moments.Means[i] - means[i]) * (moments.Means[i] - means[i]) / moments.Covariances[i, i];
            }

            int cells = (moments.Items * (moments.Items + 1) / 2) + (fit.Model.HasMeans ? moments.Items : 0);
            sum += moments.Respondents * Math.Sqrt(squares / cells);
            respondents += moments.Respondents;
        }

        return sum / respondents;
    }

    private static double Saturated(IReadOnlyList<GroupMoments> moments)
    {
        double sum = 0;
        foreach (GroupMoments group in moments)
        {
            sum -= group.Respondents / 2.0 * ((group.Items * (Math.Log(2 * Math.PI) + 1)) + group.LogDeterminant);
        }

        return sum;
    }
}
