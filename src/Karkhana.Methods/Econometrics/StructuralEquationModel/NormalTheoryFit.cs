using Karkhana.Core.Errors;
using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Econometrics;

/// <summary>Fits a structural equation model by maximum likelihood.</summary>
internal sealed class NormalTheoryFit
{
    private readonly VariableRoles _roles;
    private readonly IReadOnlyList<StructuralTerm> _terms;
    private readonly StructuralEquationModelOptions _options;
    private readonly StructuralSample _sample;
    private readonly Arrow[] _held;

    private NormalTheoryFit(
        VariableRoles roles, IReadOnlyList<StructuralTerm> terms, StructuralEquationModelOptions options, StructuralSample sample)
    {
        (_roles, _terms, _options, _sample) = (roles, terms, options, sample);
        _held = Held(roles, sample.Moments, HasMeans);
    }

    private bool HasMeans => _options.Missing == IncompleteRows.FullInformation;

    public static StructuralEstimates Of(
        VariableRoles roles,
        IReadOnlyList<StructuralTerm> terms,
        StructuralEquationModelOptions options,
        StructuralSample sample,
        CancellationToken cancellationToken) => new NormalTheoryFit(roles, terms, options, sample).Estimate(cancellationToken);

    /// <summary>Gives the values of the terms for another sample, searched from given parameters; null when the search does not
    /// come to rest.</summary>
    public static double[]? Values(
        VariableRoles roles,
        IReadOnlyList<StructuralTerm> terms,
        StructuralEquationModelOptions options,
        StructuralSample sample,
        Vector<double> start,
        CancellationToken cancellationToken)
    {
        NormalTheoryFit fit = new(roles, terms, options, sample);
        var search = ScoringSearch.Minimise(fit.LikelihoodOf(fit.Diagram()), start, cancellationToken);
        return search.Converged ? [.. terms.Select(term => term.Arrow.ValueAt(search.Point))] : null;
    }

    private StructuralEstimates Estimate(CancellationToken cancellationToken)
    {
        DiagramLikelihood saturated = LikelihoodOf(PathDiagram.Saturated(_roles.Observed, HasMeans, _held));
        PathDiagram diagram = Diagram();
        DiagramLikelihood likelihood = LikelihoodOf(diagram);
        RequireIdentifiable(saturated.Parameters, likelihood.Parameters);
        Vector<double> start = StartingValues.Of(_terms, _roles, _sample.Moments, _options.Scaling, likelihood.Parameters);
        var search = ScoringSearch.Minimise(likelihood, start, cancellationToken);
        Require.That(
            double.IsFinite(search.Value), "model",
            "must imply covariances of variables that can be; what it holds at numbers contradicts itself or the sample");
        Vector<double> free = saturated.Diagrams[0].PointOf(_sample.Moments);
        Matrix<double> information = likelihood.DerivativesAt(search.Point).Information;
        Matrix<double>? inverse = DiagramLikelihood.Invert(information);
        DiagramMoments implied = diagram.At(search.Point);
        RobustTest robust = new(_sample, _roles.Exogenous, _options.Correction, (saturated, free));
        CorrectedTest test = robust.Of(likelihood, search.Point);
        FitIndices fit = Indices(search, likelihood.Parameters, saturated, free, implied);
        return new StructuralEstimates
        {
            Roles = _roles,
            Terms = _terms,
            Fitted = _terms,
            Diagram = diagram,
            Point = search.Point,
            Covariance = _options.Correction != TestCorrection.None ? test.Covariance
                : HasMeans ? DiagramLikelihood.Invert(likelihood.DerivativesAt(search.Point, observed: true).Information) : inverse,
            Converged = search.Converged,
            Fit = fit,
            Scaled = Scaled(fit, test.Trace, robust),
            Sample = _sample.Moments,
            Gfi = GfiOf(implied),
            Modifications = ModificationIndices.Of(likelihood, _roles, _terms, search.Point, inverse),
            StandardisedResiduals = HasMeans ? NoResiduals() : Residuals(likelihood, search.Point, implied, inverse),
            Unidentified = inverse is null ? Weakest(information) : [],
            Notes = _sample.Notes,
        };
    }

    private PathDiagram Diagram() =>
        new(_roles.Observed, _roles.Names.Count, [.. _terms.Select(term => term.Arrow), .. _held], HasMeans);

    private DiagramLikelihood LikelihoodOf(PathDiagram diagram) => new([diagram], _sample.Blocks, diagram.CountParameters());

    private static Arrow[] Held(VariableRoles roles, SaturatedMoments moments, bool hasMeans)
    {
        List<Arrow> held = [];
        foreach (int to in roles.Exogenous)
        {
            if (hasMeans)
            {
                held.Add(new Arrow(ArrowKind.Mean, to, to, Arrow.NoPosition, moments.Means[to]));
            }

            held.AddRange(roles.Exogenous.Where(from => from <= to).Select(
                from => new Arrow(ArrowKind.Covariance, to, from, Arrow.NoPosition, moments.Covariances[to, from])));
        }

        return [.. held];
    }

    private static void RequireIdentifiable(int moments, int parameters) => Require.That(
        moments >= parameters, "model", FormattableString.Invariant(
            $"must not have more parameters than there are moments to tell them by; it had {parameters} and {moments}"));

    private FitIndices Indices(
        ScoringSearch search, int parameters, DiagramLikelihood saturated, Vector<double> free, DiagramMoments implied)
    {
        double perfect = saturated.ValueAt(free);
        PathDiagram baseline = PathDiagram.Independent(_roles.Observed, HasMeans, _held);
        double independent = LikelihoodOf(baseline).ValueAt(baseline.PointOf(Alone()));
        return new FitIndices
        {
            Statistic = Math.Max(0, search.Value - perfect),
            DegreesOfFreedom = saturated.Parameters - parameters,
            BaselineStatistic = Math.Max(0, independent - perfect),
            BaselineDegreesOfFreedom = saturated.Parameters - baseline.CountParameters(),
            Srmr = StandardisedResiduals.RootMeanSquare(_sample.Moments, implied, HasMeans),
            LogLikelihood = (-search.Value / 2) - Constant(),
            Parameters = parameters,
            Cases = _sample.Rows,
        };
    }

    private SaturatedMoments Alone() => SaturatedMoments.Alone(_sample.Blocks, _roles.Observed);

    /// <summary>Gives what turns half the distance into the log-likelihood given the exogenous variables.</summary>
    private double Constant()
    {
        int[] exogenous = _roles.Exogenous;
        double shown = 0;
        foreach (MomentBlock block in _sample.Blocks)
        {
            shown += (double)block.Count * block.Places.Length;
        }

        double logs = Math.Log(2 * Math.PI);
        double own = exogenous.Length == 0 ? 0 : _sample.Rows / 2.0 * ((exogenous.Length * (logs + 1))
            + Sub(_sample.Moments.Covariances, exogenous).Cholesky().DeterminantLn);
        return (shown * logs / 2) - own;
    }

    private static Matrix<double> Sub(Matrix<double> matrix, int[] places) =>
        Matrix<double>.Build.Dense(places.Length, places.Length, (i, j) => matrix[places[i], places[j]]);

    private FitIndices? Scaled(FitIndices fit, double trace, RobustTest robust)
    {
        if (_options.Correction == TestCorrection.None)
        {
            return null;
        }

        DiagramLikelihood baseline = LikelihoodOf(PathDiagram.Independent(_roles.Observed, HasMeans, _held));
        double baselineTrace = robust.Of(baseline, baseline.Diagrams[0].PointOf(Alone())).Trace;
        return fit with
        {
            Statistic = fit.DegreesOfFreedom == 0 ? fit.Statistic : fit.Statistic * fit.DegreesOfFreedom / trace,
            BaselineStatistic = fit.BaselineStatistic * fit.BaselineDegreesOfFreedom / baselineTrace,
        };
    }

    // 1 − tr[(WS − I)²]/tr[(WS)²]
    private double GfiOf(DiagramMoments implied)
    {
        Matrix<double> ratio = implied.CovariancesOf([.. Enumerable.Range(0, _roles.Observed)]).Cholesky().Solve(_sample.Moments.Covariances);
        Matrix<double> excess = ratio - Matrix<double>.Build.DenseIdentity(_roles.Observed);
        return 1 - ((excess * excess).Trace() / (ratio * ratio).Trace());
    }

    private double[,] NoResiduals() => Matrix<double>.Build.Dense(_roles.Observed, _roles.Observed, double.NaN).ToArray();

    /// <summary>Gives (s − σ) over the root of its variance, (σ_ii σ_jj + σ_ij²)/n less what the parameters take up.</summary>
    private double[,] Residuals(DiagramLikelihood likelihood, Vector<double> point, DiagramMoments implied, Matrix<double>? inverse)
    {
        int observed = _roles.Observed;
        if (inverse is null)
        {
            return NoResiduals();
        }

        Matrix<double> basis = BlockForms.Basis(implied, [.. Enumerable.Range(0, observed)]);
        ArrowDirection[] directions = ArrowDirection.Of(likelihood.Diagrams[0], implied);
        HashSet<int> exogenous = [.. _roles.Exogenous];
        return Matrix<double>.Build.Dense(observed, observed, (i, j) =>
        {
            Vector<double> slopes = Vector<double>.Build.Dense(point.Count);
            foreach (ArrowDirection direction in directions)
            {
                slopes[direction.Arrow.Position] += direction.OfCovariance(basis, i, j);
            }

            double cell = implied.Covariances[i, j];
            double whole = ((implied.Covariances[i, i] * implied.Covariances[j, j]) + (cell * cell)) / _sample.Rows;
            double left = exogenous.Contains(i) && exogenous.Contains(j) ? 0 : whole - slopes.DotProduct(inverse * slopes);
            return left > 1e-8 * whole ? (_sample.Moments.Covariances[i, j] - cell) / Math.Sqrt(left) : double.NaN;
        }).ToArray();
    }

    /// <summary>Names the parameters that move together along the direction of which the data know least.</summary>
    private string[] Weakest(Matrix<double> information)
    {
        const double share = 0.2;
        double[] scale = [.. information.Diagonal().Select(value => value > 0 ? Math.Sqrt(value) : 1)];
        Matrix<double> scaled = information.MapIndexed((i, j, value) => value / (scale[i] * scale[j]), Zeros.Include);
        if (!scaled.ForAll(double.IsFinite))
        {
            return [];
        }

        Vector<double> direction = SymmetricEigen.Of(scaled, "information").EigenVectors.Column(0);
        return [.. _terms.Where(term => term.Arrow.IsFree && Math.Abs(direction[term.Arrow.Position]) >= share).Select(term => term.Name)];
    }
}
