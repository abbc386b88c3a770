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
        BivariateMoranMeasure.Definition,
        ContiguityWeightsMeasure.Definition,
        CorrelogramMeasure.Definition,
        DistanceMeasure.Definition,
        DistanceWeightsMeasure.Definition,
        EmpiricalBayesMoranMeasure.Definition,
        EnvelopeMeasure.Definition,
        GearyCMeasure.Definition,
        GetisOrdGMeasure.Definition,
        GraphWeightsMeasure.Definition,
        JoinCountMeasure.Definition,
        LeeLMeasure.Definition,
        MFunctionMeasure.Definition,
        MFunctionEnvelopeMeasure.Definition,
        MoranIMeasure.Definition,
        MoranPermutationMeasure.Definition,
        MoranTestMeasure.Definition,
        WeightsCodingMeasure.Definition,
    ]);
}
