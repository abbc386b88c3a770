using Karkhana.Core.Results;

namespace Karkhana.Core.Measures;

/// <summary>A tidy result that also gives the outputs which the catalogue of measures names.</summary>
public interface IMeasureResult : ITidyResult
{
    /// <summary>Gives the outputs by the names of the catalogue.</summary>
    /// <returns>The outputs.</returns>
    MeasureOutputs ToOutputs();
}
