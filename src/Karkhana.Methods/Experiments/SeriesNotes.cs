using Karkhana.Core.Errors;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Experiments;

/// <summary>Notes that several measures of a series give.</summary>
internal static class SeriesNotes
{
    /// <summary>Says that nothing can be told of values that are all the same.</summary>
    public static Note[] NoVariation(LagCorrelation correlation) => correlation.Varies
        ? []
        : [new Note("no-variation", Severity.Warning, "All values of the series are the same, so that correlations over time are not defined.")];
}
