using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;
using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Econometrics;

/// <summary>A linear regression that was fitted once; the covariance of its coefficients is chosen afterwards.</summary>
/// <remarks>All covariances are sandwiches around one QR decomposition: none fits anew. Cost of the fit: n·k² time, n·k
/// memory; of a covariance: what its method states.</remarks>
public sealed class LinearModel
{
    private const int ManyClusters = 40;
    private const int FewClusters = 20;
    private const int WildDrawsByRule = 9999;

    private LinearModel(LeastSquaresFit numbers)
    {
        Numbers = numbers;
        Fit = GoodnessOfFit.Of(numbers);
    }

    /// <summary>Gets the terms.</summary>
    public IReadOnlyList<string> Terms => Numbers.Design.Terms;

    /// <summary>Gets the coefficients.</summary>
    public IReadOnlyList<double> Estimates => Numbers.Estimates;

    /// <summary>Gets the rows of the sample that were used, from 0.</summary>
    public IReadOnlyList<int> Rows => Numbers.Design.Rows;

    /// <summary>Gets how well the model fits.</summary>
    public GoodnessOfFit Fit { get; }

    /// <summary>Gets outcome less fitted value, one per used row.</summary>
    public IReadOnlyList<double> Residuals => Numbers.PlainResiduals();

    /// <summary>Gets the fitted values, one per used row.</summary>
    public IReadOnlyList<double> FittedValues => [.. Numbers.Design.Outcome.Zip(Residuals, (outcome, residual) => outcome - residual)];

    /// <summary>Gets what the reader must know of rows and terms.</summary>
    public IReadOnlyList<Note> Notes => DesignNotes.Of(Numbers.Design);

    internal LeastSquaresFit Numbers { get; }

    /// <summary>Fits a model by (weighted) least squares.</summary>
    /// <param name="sample">The observations.</param>
    /// <param name="model">The model.</param>
    /// <returns>The fitted model.</returns>
    /// <exception cref="ArgumentException">A column is missing or no numbers, weights are not positive, or there are too
    /// few rows.</exception>
    public static LinearModel Of(RegressionSample sample, ModelSpecification model) =>
        new(LeastSquaresFit.Fit(DesignMatrix.Build(sample, model)));

    /// <summary>Gives the classical or a heteroskedasticity-consistent covariance.</summary>
    /// <param name="estimator">The estimator.</param>
    /// <returns>The covariance; tests have n − k degrees of freedom.</returns>
    public CoefficientCovariance Covariance(CovarianceEstimator estimator = CovarianceEstimator.Classical)
    {
        Note[] notes = HeteroskedasticKernel.IsDefined(Numbers, estimator)
            ? []
            : [new Note(
                "leverage-of-one",
                Severity.Warning,
                $"A row determines a coefficient alone: its leverage is 1, and {Word(estimator)} is not defined. Take hc1, or leave the term out.")];
        return Around(HeteroskedasticKernel.Middle(Numbers, estimator), Word(estimator), notes);
    }

    /// <summary>Gives the covariance with errors that may go together within clusters.</summary>
    /// <param name="clusters">The cluster codes of all rows of the sample, by grouping; one or two groupings.</param>
    /// <param name="correction">The small-sample correction.</param>
    /// <param name="degrees">The degrees of freedom of the tests.</param>
    /// <param name="adjustment">The number of groups in the factor of two groupings.</param>
    /// <returns>The covariance.</returns>
    /// <exception cref="ArgumentException">No grouping, fewer than two clusters, or a choice that two groupings do not
    /// allow.</exception>
    public CoefficientCovariance Clustered(
        IReadOnlyList<IReadOnlyList<string>> clusters,
        ClusterCorrection correction = ClusterCorrection.Cr1,
        ClusterDegrees degrees = ClusterDegrees.Clusters,
        TwoWayAdjustment adjustment = TwoWayAdjustment.Each) =>
        ClusterCovariance.Of(Numbers, Groups(clusters), correction, degrees, adjustment);

    /// <summary>Chooses the clustered covariance by the number of clusters.</summary>
    /// <remarks>
    /// 40 clusters or more: cr1 and t with G − 1 degrees of freedom. Fewer: cr2 and the degrees of freedom of Bell and
    /// McCaffrey for each coefficient. Fewer than 20: besides, p-values of the restricted wild cluster bootstrap, by
    /// Webb's six weights for fewer than 8 clusters, all signs for 8 to 13, and 9,999 random signs above. A note says
    /// which. Source: Cameron and Miller 2015, doi:10.3368/jhr.50.2.317; Pustejovsky and Tipton 2018,
    /// doi:10.1080/07350015.2016.1247004; MacKinnon, Nielsen and Webb 2023, doi:10.1016/j.jeconom.2022.04.001.
    /// </remarks>
    /// <param name="clusters">The cluster code of each row of the sample.</param>
    /// <param name="level">The confidence level.</param>
    /// <param name="execution">Workers of the bootstrap.</param>
    /// <param name="cancellationToken">Stops the bootstrap.</param>
    /// <returns>The coefficients with their tests.</returns>
    /// <exception cref="ArgumentException">There are fewer than two clusters.</exception>
    public ClusterInference ByClusterCount(
        IReadOnlyList<string> clusters, double level = 0.95, ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        ClusterGroups groups = Groups([clusters])[0];
        bool many = groups.Count >= ManyClusters;
        ClusterCorrection correction = many ? ClusterCorrection.Cr1 : ClusterCorrection.Cr2;
        CoefficientCovariance covariance = ClusterCovariance.Of(
            Numbers, [groups], correction, many ? ClusterDegrees.Clusters : ClusterDegrees.Satterthwaite, TwoWayAdjustment.Each);
        IReadOnlyList<double> wild = groups.Count < FewClusters
            ? WildClusterSigns.PValues(Numbers, groups, [.. Enumerable.Range(0, Terms.Count)], WildDrawsByRule, execution, cancellationToken)
            : [.. Terms.Select(_ => double.NaN)];
        return new ClusterInference
        {
            Coefficients = Coefficients(covariance, level),
            Covariance = covariance,
            WildPValues = wild,
            Clusters = groups.Count,
            Correction = correction,
            Notes = [.. Notes, .. covariance.Notes, ClusterNotes.Rule(groups.Count, ManyClusters, FewClusters)],
        };
    }

    /// <summary>Gives p-values of some terms by the restricted wild cluster bootstrap.</summary>
    /// <remarks>Symmetric p-values of the clustered t, each term's null imposed; Webb's six weights for fewer than 8 clusters, all signs for 8 to
    /// 13, random signs above. Cost: n·k² once, then terms × replicates × clusters × k. Source: Cameron, Gelbach and Miller 2008,
    /// doi:10.1162/rest.90.3.414; MacKinnon, Nielsen and Webb 2023, doi:10.1016/j.jeconom.2022.04.001.</remarks>
    /// <param name="clusters">The cluster code of each row of the sample.</param>
    /// <param name="terms">The terms.</param>
    /// <param name="replicates">The draws where signs are random.</param>
    /// <param name="execution">Workers of the bootstrap.</param>
    /// <param name="cancellationToken">Stops the bootstrap.</param>
    /// <returns>One p-value per term asked for; NaN for one that is not in the model.</returns>
    /// <exception cref="ArgumentException">There are fewer than two clusters, or fewer than 99 replicates.</exception>
    public IReadOnlyList<double> WildPValues(
        IReadOnlyList<string> clusters, IReadOnlyList<string> terms, int replicates = WildDrawsByRule, ExecutionOptions? execution = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(terms);
        Require.Between(replicates, 99, int.MaxValue, nameof(replicates));
        int[] places = [.. terms.Select(term => Terms.ToList().IndexOf(term))];
        int[] known = [.. places.Where(place => place >= 0)];
        double[] values = WildClusterSigns.PValues(Numbers, Groups([clusters])[0], known, replicates, execution, cancellationToken);
        return [.. places.Select(place => place < 0 ? double.NaN : values[Array.IndexOf(known, place)])];
    }

    /// <summary>Gives the covariance with errors that may be correlated over time; rows must be in time order.</summary>
    /// <param name="decay">Kernel and lag.</param>
    /// <returns>The covariance; tests have n − k degrees of freedom.</returns>
    public CoefficientCovariance Serial(SerialDecay decay)
    {
        ArgumentNullException.ThrowIfNull(decay);
        decay.Check();
        (string words, Note[] notes) = decay.Describe(Numbers.Rows);
        return Around(SerialKernel.Middle(Numbers, decay), words, notes);
    }

    /// <summary>Gives the covariance with errors that may be correlated over space.</summary>
    /// <param name="x">The coordinate, or longitude in degrees, of each row of the sample.</param>
    /// <param name="y">The other coordinate, or latitude.</param>
    /// <param name="decay">Distance, cutoff and kernel.</param>
    /// <param name="execution">Workers.</param>
    /// <param name="cancellationToken">Stops the run.</param>
    /// <returns>The covariance; tests have n − k degrees of freedom.</returns>
    /// <exception cref="ArgumentException">A coordinate of a used row is missing or out of range.</exception>
    public CoefficientCovariance Spatial(
        IReadOnlyList<double> x,
        IReadOnlyList<double> y,
        SpatialDecay decay,
        ExecutionOptions? execution = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        ArgumentNullException.ThrowIfNull(decay);
        int least = Numbers.Design.Rows[^1] + 1;
        Require.That(x.Count >= least && y.Count == x.Count, nameof(x), FormattableString.Invariant(
            $"and y must have one value per row of the sample; there were {x.Count} and {y.Count}"));
        PlacedRows places = PlacedRows.Of(Numbers.Design.Rows, x, y, decay);
        return Around(SpatialKernel.Middle(Numbers, places, decay, execution, cancellationToken), decay.Describe(), places.Notes());
    }

    /// <summary>Gives estimates, errors, tests and limits.</summary>
    /// <param name="covariance">The covariance; the classical one when null.</param>
    /// <param name="level">The confidence level.</param>
    /// <returns>The table.</returns>
    public CoefficientTable Coefficients(CoefficientCovariance? covariance = null, double level = 0.95)
    {
        covariance ??= Covariance();
        return new CoefficientTable(Terms, Estimates, covariance.StandardErrors, covariance.DegreesOfFreedom, level);
    }

    /// <summary>Gives the fit of the whole model in one row.</summary>
    /// <returns>The table.</returns>
    public Table ToFitTable() => LinearModelTables.Fit(this);

    /// <summary>Gives one row per used row of the sample: outcome, fitted value, residual, leverage and influence.</summary>
    /// <returns>The table.</returns>
    public Table ToRowTable() => LinearModelTables.Rows(this);

    private static string Word(CovarianceEstimator estimator) => estimator.ToString().ToLowerInvariant();

    private ClusterGroups[] Groups(IReadOnlyList<IReadOnlyList<string>> clusters)
    {
        ArgumentNullException.ThrowIfNull(clusters);
        Require.That(clusters.Count is 1 or 2, nameof(clusters), FormattableString.Invariant(
            $"must be one or two groupings; there were {clusters.Count}"));
        foreach (IReadOnlyList<string> codes in clusters)
        {
            Require.That(codes.Count > Numbers.Design.Rows[^1], nameof(clusters), FormattableString.Invariant(
                $"must have one code per row of the sample; there were {codes.Count}"));
        }

        ClusterGroups[] groups = [.. clusters.Select(codes => ClusterGroups.Of(codes, Numbers.Design.Rows))];
        Require.That(groups.Min(group => group.Count) > 1, nameof(clusters), "must have at least two clusters among the complete rows");
        return groups;
    }

    private CoefficientCovariance Around(Matrix<double> middle, string description, Note[] notes)
    {
        Matrix<double> covariance = Numbers.Covariance(middle);
        double degrees = Numbers.Rows - Numbers.TermCount;
        string[] negative = [.. Terms.Where((_, term) => covariance[term, term] < 0)];
        Note[] below = negative.Length == 0
            ? []
            : [new Note(
                "negative-variance",
                Severity.Warning,
                $"The kernel leaves a variance below 0 for {string.Join(", ", negative)}: its standard error is not defined. The Bartlett kernel on one coordinate, or fewer and nearer neighbours, avoid this.")];
        return new CoefficientCovariance(
            description, covariance.ToRowMajorArray(), [.. Enumerable.Repeat(degrees, Numbers.TermCount)], [.. notes, .. below]);
    }
}
