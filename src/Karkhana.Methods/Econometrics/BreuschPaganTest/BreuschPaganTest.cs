using Karkhana.Core.Execution;
using Karkhana.Core.Kernels;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Econometrics;

/// <summary>A test whether the spread of errors goes with the terms of a linear regression.</summary>
public static class BreuschPaganTest
{
    internal const string Source = "Breusch & Pagan 1979, doi:10.2307/1911963; Koenker 1981, doi:10.1016/0304-4076(81)90062-2";

    /// <summary>Tests for heteroskedasticity.</summary>
    /// <remarks>
    /// Least squares of e² on the terms of the model, with a constant if it has none. Studentised: n R²; original: half the
    /// explained squares of e²/σ², σ² = e'e/n. χ² with as many degrees of freedom as terms beside the constant. Assumes
    /// independent errors; the original form normal ones, too. Constant e² give no test. Cost: n·k².
    /// Source: Breusch and Pagan 1979, doi:10.2307/1911963; Koenker 1981, doi:10.1016/0304-4076(81)90062-2.
    /// Agrees with: lmtest 0.9-40 bptest for models with a constant, relative 1e-9.
    /// </remarks>
    /// <param name="sample">The observations.</param>
    /// <param name="options">The model and the form.</param>
    /// <param name="execution">Not used.</param>
    /// <param name="cancellationToken">Not used.</param>
    /// <returns>The test.</returns>
    /// <exception cref="ArgumentException">A column is missing or there are too few rows.</exception>
    public static ModelTestResult Estimate(
        RegressionSample sample, BreuschPaganTestOptions options, ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        LinearModel model = LinearModel.Of(sample, options.Model);
        return new ModelTestResult
        {
            Name = "breusch_pagan_test",
            Test = Test(model.Numbers, options.Studentized),
            Notes = model.Notes,
            Provenance = new Provenance(
                "econometrics.breusch-pagan-test",
                FormattableString.Invariant($"outcome = {options.Model.Outcome}, studentized = {options.Studentized}"),
                Source),
        };
    }

    private static ModelTest Test(LeastSquaresFit fit, bool studentized)
    {
        double[] squares = Array.ConvertAll(fit.Residuals, residual => residual * residual);
        double mean = Sums.Mean(squares);
        double[] centred = Array.ConvertAll(squares, square => square - mean);
        TermColumns terms = TermColumns.Of(fit.Design.Terms, fit.Design.Columns);
        DesignMatrix design = DesignMatrix.Of(
            fit.Design.HasIntercept ? terms : TermColumns.Intercept(fit.Rows).With(terms),
            centred,
            ModelColumns.Ones(fit.Rows),
            fit.Design.Rows);
        LeastSquaresFit auxiliary = LeastSquaresFit.Fit(design);
        double total = Sums.Dot(centred, centred);
        double explained = total - Sums.Dot(auxiliary.Residuals, auxiliary.Residuals);
        return ModelTest.ChiSquared(
            studentized ? fit.Rows * explained / total : explained / (2 * mean * mean), auxiliary.TermCount - 1);
    }
}
