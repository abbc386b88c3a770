using Karkhana.Core.Results;
using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Econometrics;

/// <summary>What either estimator hands over to be reported.</summary>
internal sealed record StructuralEstimates
{
    public required VariableRoles Roles { get; init; }

    public required IReadOnlyList<StructuralTerm> Terms { get; init; }

    /// <summary>Gets the terms as they were fitted, before what ordered columns leave was filled in.</summary>
    public required IReadOnlyList<StructuralTerm> Fitted { get; init; }

    /// <summary>Gets the diagram with everything that is reported: exogenous moments, and what ordered columns leave.</summary>
    public required PathDiagram Diagram { get; init; }

    public required Vector<double> Point { get; init; }

    /// <summary>Gets the covariance of the parameters, or null when they are not told apart.</summary>
    public required Matrix<double>? Covariance { get; init; }

    public required bool Converged { get; init; }

    public required FitIndices Fit { get; init; }

    /// <summary>Gets the indices of the corrected test, or null when there is none.</summary>
    public FitIndices? Scaled { get; init; }

    /// <summary>Gets means and covariances (correlations of ordered columns) of the sample.</summary>
    public required SaturatedMoments Sample { get; init; }

    /// <summary>Gets the goodness-of-fit index of Jöreskog and Sörbom.</summary>
    public required double Gfi { get; init; }

    public IReadOnlyList<OrderedThreshold> Thresholds { get; init; } = [];

    public required ModificationIndices Modifications { get; init; }

    /// <summary>Gets the residual covariances over their standard errors.</summary>
    public required double[,] StandardisedResiduals { get; init; }

    /// <summary>Gets combinations of parameters that the data do not tell apart.</summary>
    public IReadOnlyList<string> Unidentified { get; init; } = [];

    public IReadOnlyList<Note> Notes { get; init; } = [];
}
