using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Results;
using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Econometrics;

/// <summary>Linear regression whose coefficients may differ between groups: firms in towns, years in firms.</summary>
public static class LinearMixedModel
{
    internal const string Source =
        "Laird & Ware 1982, doi:10.2307/2529876; Bates, Maechler, Bolker & Walker 2015, doi:10.18637/jss.v067.i01; Kuznetsova, Brockhoff & Christensen 2017, doi:10.18637/jss.v082.i13; Kenward & Roger 1997, doi:10.2307/2533558";

    private const int FewGroups = 8;

    /// <summary>Estimates coefficients, variances and the groups' own terms.</summary>
    /// <remarks>
    /// y = Xb + Σ Z_g u_g + e, u_g ~ N(0, S_g) for each group of a grouping, terms of one entry correlated, e ~ N(0, σ²/w).
    /// With S_g = σ²ΛΛ', d(Λ) = log |Λ'Z'ZΛ + I| + n(1 + log(2πr²/n)) (ml) or log |Λ'Z'ZΛ + I| + log |X'V⁻¹X| + (n − k)(1 +
    /// log(2πr²/(n − k))) (reml) is minimised by Newton's method with exact first derivatives, r² the penalised sum of
    /// squares. Standard errors: generalised least squares at the estimated variances. Degrees of freedom: Satterthwaite's,
    /// from the curvature of the deviance, or those of Kenward and Roger, whose standard errors allow for the estimation of
    /// the variances. Limits of variances: normal on the logarithm; NaN where a variance is 0. The
    /// groups' terms are conditional means, drawn towards 0; their standard errors take coefficients and variances as known.
    /// Intraclass correlation: variance of the intercepts of a grouping over that of all intercepts and the residual. AIC and
    /// BIC count coefficients, variances, covariances and the residual variance. Groupings may be nested (codes unique over
    /// the upper level) or crossed. Assumes that the groups' terms are not correlated with the columns: centre columns
    /// within groups and add the groups' means where they may be. Rows with a gap are dropped.
    /// Cost: one pass over the rows; then, per evaluation, groups × terms³ of the grouping with the most of them and the cube
    /// of what crossed groupings tie together, at most 4,000 coefficients.
    /// Source: Laird and Ware 1982, doi:10.2307/2529876; Bates, Mächler, Bolker and Walker 2015, doi:10.18637/jss.v067.i01,
    /// section 3; Kuznetsova, Brockhoff and Christensen 2017, doi:10.18637/jss.v082.i13, section 2; Kenward and Roger 1997,
    /// doi:10.2307/2533558.
    /// Agrees with: lme4 1.1-31 lmer, lmerTest 3.1-3, pbkrtest 0.5.2, relative 1e-6 (their optimisers stop earlier).
    /// </remarks>
    /// <param name="sample">Observations and groups.</param>
    /// <param name="options">Model, groupings, criterion.</param>
    /// <param name="execution">Not used: the cost is one pass over the rows.</param>
    /// <param name="cancellationToken">Looked at between evaluations.</param>
    /// <returns>The model.</returns>
    /// <exception cref="ArgumentException">A column is missing, a grouping has one group, or there are as many coefficients
    /// that differ as rows.</exception>
    public static LinearMixedModelResult Estimate(
        MultilevelSample sample, LinearMixedModelOptions options, ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sample);
        ArgumentNullException.ThrowIfNull(options);
        Require.That(
            options.DegreesOfFreedom != DegreesOfFreedom.KenwardRoger || options.Method == LikelihoodCriterion.Reml, nameof(options.Method),
            "must be reml with kenward-roger; it was ml");
        MixedModelDesign design = MixedModelDesign.Build(sample, options);
        MixedModelFit fit = MixedModelFit.Of(design, options.Method, cancellationToken);
        MixedModelUncertainty uncertainty = new(fit);
        MixedModelComponents components = new(fit, uncertainty, options.Level);
        IReadOnlyList<VarianceComponent> variances = components.Variances();
        double[] shared = SharedCoefficients(fit);
        (IReadOnlyList<GroupTerm> terms, double[][][] own) = components.Predictions(shared);
        Vector<double> change = design.Fit.Unwhiten(shared);
        (Matrix<double> covariance, double[] degrees) = CovarianceOf(fit, uncertainty, options.DegreesOfFreedom);
        return new LinearMixedModelResult
        {
            Coefficients = new CoefficientTable(
                design.Fit.Design.Terms,
                [.. design.Fit.Estimates.Zip(change, (estimate, difference) => estimate + difference)],
                [.. covariance.Diagonal().Select(Math.Sqrt)],
                degrees,
                options.Level),
            Covariance = covariance.ToRowMajorArray(),
            Components = variances,
            Shares = components.Shares(variances),
            GroupTerms = terms,
            LogLikelihood = -fit.Deviance / 2,
            Parameters = design.Fit.TermCount + design.ParameterCount + 1,
            Observations = design.Fit.Rows,
            Residuals = Residuals(fit, shared, own),
            Rows = design.Fit.Design.Rows,
            Singular = components.Singular,
            Notes = [.. DesignNotes.Of(design.Fit.Design), .. Notes(fit, components.Singular)],
            Provenance = new Provenance(
                "econometrics.linear-mixed-model",
                FormattableString.Invariant(
                    $"outcome = {options.Model.Outcome}, random = [{string.Join("; ", options.Random.Select(entry => $"{entry.Group}: {string.Join(", ", entry.Terms)}"))}], method = {options.Method}, degrees_of_freedom = {options.DegreesOfFreedom}, level = {options.Level}"),
                Source),
        };
    }

    private static (Matrix<double> Covariance, double[] Degrees) CovarianceOf(
        MixedModelFit fit, MixedModelUncertainty uncertainty, DegreesOfFreedom method)
    {
        if (method == DegreesOfFreedom.KenwardRoger)
        {
            KenwardRoger adjusted = new(fit);
            return (adjusted.Covariance, adjusted.DegreesOfFreedom);
        }

        return (uncertainty.CoefficientCovariance, method == DegreesOfFreedom.Satterthwaite
            ? uncertainty.SatterthwaiteDegrees()
            : [.. fit.Design.Fit.Estimates.Select(_ => double.PositiveInfinity)]);
    }

    // What the shared coefficients are in the space of Q, beyond those of least squares.
    private static double[] SharedCoefficients(MixedModelFit fit)
    {
        DualMatrix left = fit.Kernel.Fixed;
        int terms = left.Rows - 1;
        fit.Kernel.Evaluate(fit.Parameters, -1);
        Matrix<double> system = Matrix<double>.Build.Dense(
            terms, terms, (i, j) => left[Math.Max(i, j), Math.Min(i, j)].Value);
        return [.. system.Cholesky().Solve(Vector<double>.Build.Dense(terms, term => left[terms, term].Value))];
    }

    private static double[] Residuals(MixedModelFit fit, double[] shared, double[][][] own)
    {
        LeastSquaresFit plain = fit.Design.Fit;
        double[] residuals = new double[plain.Rows];
        for (int row = 0; row < residuals.Length; row++)
        {
            double rest = plain.Residuals[row];
            for (int term = 0; term < shared.Length; term++)
            {
                rest -= plain.Q.At(row, term) * shared[term];
            }

            for (int f = 0; f < own.Length; f++)
            {
                GroupingFactor factor = fit.Design.Factors[f];
                for (int column = 0; column < factor.Width; column++)
                {
                    rest -= factor.Columns[column][row] * own[f][factor.Positions[row]][column];
                }
            }

            residuals[row] = rest / Math.Sqrt(plain.Design.Weights[row]);
        }

        return residuals;
    }

    private static IEnumerable<Note> Notes(MixedModelFit fit, bool singular)
    {
        if (!fit.Converged)
        {
            yield return new Note("not-converged", Severity.Warning, FormattableString.Invariant(
                $"The search for the variances stopped at a deviance of {fit.Deviance:G10} before it was clear that this is the least; read the variances as a lower bound of the fit, and try fewer terms that differ between groups."));
        }

        if (singular)
        {
            yield return new Note(
                "singular-fit", Severity.Warning,
                "A variance between groups is 0, or two terms are perfectly correlated: the data do not tell these differences between groups apart from chance. Intervals of that variance are not given; a model with fewer terms that differ describes the data as well.");
        }

        foreach (GroupingFactor factor in fit.Design.Factors.Where(factor => factor.Levels.Length < FewGroups))
        {
            yield return new Note("few-groups", Severity.Warning, FormattableString.Invariant(
                $"{factor.Name} has {factor.Levels.Length} groups: their variance is hardly known. Below {FewGroups} groups, compare them by their means or enter them as terms of the model."));
        }
    }
}
