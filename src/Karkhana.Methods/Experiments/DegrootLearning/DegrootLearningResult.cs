using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Experiments;

/// <summary>Opinions after averaging, and where they tend to.</summary>
public sealed record DegrootLearningResult : IMeasureResult
{
    /// <summary>Gets the ids of the nodes.</summary>
    public required IReadOnlyList<string> Nodes { get; init; }

    /// <summary>Gets the opinions after the steps.</summary>
    public required IReadOnlyList<double> Opinion { get; init; }

    /// <summary>Gets the weight of each start in the consensus, with sum 1; NaN without a common consensus.</summary>
    public required IReadOnlyList<double> Influence { get; init; }

    /// <summary>Gets the greatest opinion less the least after the steps.</summary>
    public required double Spread { get; init; }

    /// <summary>Gets the opinion that all tend to; NaN when there are several.</summary>
    public required double Consensus { get; init; }

    /// <summary>Gets the second largest modulus of an eigenvalue: what is left of a difference after one step, in the long
    /// run.</summary>
    public required double SecondEigenvalue { get; init; }

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Vector("node", Nodes)
        .Vector("opinion", Opinion)
        .Vector("influence", Influence)
        .Scalar("spread", Spread)
        .Scalar("consensus", Consensus)
        .Scalar("second_eigenvalue", SecondEigenvalue);

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        "degroot_learning",
        Column.Of("node", Nodes, "Node", "Who holds the opinion."),
        Column.Of("opinion", Opinion, "Opinion", "", "Opinion after the steps."),
        Column.Of("influence", Influence, "Influence", "", "Weight of the node's start in the consensus.", recommended: true),
        Column.Of("consensus", Nodes.Select(_ => Consensus), "Consensus", "", "Opinion that all tend to."),
        Column.Of("spread", Nodes.Select(_ => Spread), "Spread", "", "Greatest opinion less the least after the steps."),
        Column.Of(
            "second_eigenvalue", Nodes.Select(_ => SecondEigenvalue), "Second eigenvalue", "", "What is left of a difference after one step, in the long run."));
}
