using Karkhana.Core.Measures;
using Karkhana.Methods.Concentration;
using Karkhana.Methods.Econometrics;
using Karkhana.Methods.Networks;
using Karkhana.Methods.Psychometrics;
using Karkhana.Methods.Spatial;

namespace Karkhana.Measures;

/// <summary>The one place where measures are registered.</summary>
public static class MeasureCatalogue
{
    /// <summary>Gets all measures by id.</summary>
    public static MeasureRegistry All { get; } = new(
    [
        LocationQuotientMeasure.Definition,
        EllisonGlaeserMeasure.Definition,
        ClusterRobustRegressionMeasure.Definition,
        OrdinaryLeastSquaresMeasure.Definition,
        CohesionMeasure.Definition,
        DegreeCentralityMeasure.Definition,
        CapabilityIndexMeasure.Definition,
        CapabilityLadderMeasure.Definition,
        CronbachAlphaMeasure.Definition,
        EnvelopeMeasure.Definition,
        MFunctionMeasure.Definition,
        MFunctionEnvelopeMeasure.Definition,
        RegisterScanMeasure.Definition,
    ]);
}
