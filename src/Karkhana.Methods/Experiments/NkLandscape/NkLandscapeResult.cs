using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Experiments;

/// <summary>A fitness landscape.</summary>
public sealed record NkLandscapeResult : IMeasureResult
{
    /// <summary>Gets the fitness of each genotype, by its code from 0.</summary>
    public required IReadOnlyList<double> Fitness { get; init; }

    /// <summary>Gets the genotype at which steepest ascent from each genotype ends.</summary>
    public required IReadOnlyList<int> SteepestAscentEnd { get; init; }

    /// <summary>Gets the codes of the genotypes that are better than all their neighbours, ascending.</summary>
    public required IReadOnlyList<int> LocalOptima { get; init; }

    /// <summary>Gets the code of the fittest genotype, the lowest of several.</summary>
    public required int GlobalOptimum { get; init; }

    /// <inheritdoc/>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <inheritdoc/>
    public required Provenance Provenance { get; init; }

    /// <inheritdoc/>
    public MeasureOutputs ToOutputs() => new MeasureOutputs()
        .Vector("genotype", Enumerable.Range(0, Fitness.Count))
        .Vector("fitness", Fitness)
        .Vector("steepest_ascent_end", SteepestAscentEnd)
        .Vector("local_optimum", LocalOptima)
        .Scalar("global_optimum", GlobalOptimum);

    /// <inheritdoc/>
    public Table ToTable()
    {
        HashSet<int> optima = [.. LocalOptima];
        return Table.Of(
            "nk_landscape",
            Column.Of("genotype", Enumerable.Range(0, Fitness.Count), "Genotype", "", "Code; the first locus is the most significant bit."),
            Column.Of("fitness", Fitness, "Fitness", "", "Mean contribution of the loci.", recommended: true),
            Column.Of("steepest_ascent_end", SteepestAscentEnd, "Ascent ends at", "", "Genotype reached by the best single changes."),
            Column.Of("local_optimum", Enumerable.Range(0, Fitness.Count).Select(optima.Contains), "Local optimum", "Better than all genotypes that differ in one bit."));
    }
}
