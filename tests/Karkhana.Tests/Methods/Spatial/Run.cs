using Karkhana.Core.Execution;
using Karkhana.Methods.Spatial;
using Xunit;

namespace Karkhana.Tests.Methods.Spatial;

/// <summary>Runs the measures of weights and association under the token of the test.</summary>
internal static class Run
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static AssociationTestResult MoranI(SpatialValues input, AutocorrelationTestOptions? options = null) =>
        global::Karkhana.Methods.Spatial.MoranI.Estimate(input, options, null, Token);

    public static AssociationTestResult GearyC(SpatialValues input, AutocorrelationTestOptions? options = null) =>
        global::Karkhana.Methods.Spatial.GearyC.Estimate(input, options, null, Token);

    public static AssociationTestResult GetisOrdG(SpatialValues input, GetisOrdGOptions? options = null) =>
        global::Karkhana.Methods.Spatial.GetisOrdG.Estimate(input, options, null, Token);

    public static MoranPermutationResult MoranPermutation(PermutedValues input, CodingOptions? options = null, int workers = 0) =>
        global::Karkhana.Methods.Spatial.MoranPermutation.Estimate(input, options, new ExecutionOptions { Workers = workers }, Token);

    public static MoranPermutationResult MoranTest(SpatialValues input, MoranTestOptions? options = null, int workers = 0) =>
        global::Karkhana.Methods.Spatial.MoranTest.Estimate(input, options, new ExecutionOptions { Workers = workers }, Token);

    public static BivariateAssociationResult BivariateMoran(SpatialPairs input, BivariateMoranOptions? options = null) =>
        global::Karkhana.Methods.Spatial.BivariateMoran.Estimate(input, options, null, Token);

    public static BivariateAssociationResult LeeL(SpatialPairs input, CodingOptions? options = null) =>
        global::Karkhana.Methods.Spatial.LeeL.Estimate(input, options, null, Token);

    public static JoinCountResult JoinCount(SpatialColours input, BinaryCodingOptions? options = null) =>
        global::Karkhana.Methods.Spatial.JoinCount.Estimate(input, options, null, Token);

    public static CorrelogramResult Correlogram(SpatialValues input, CorrelogramOptions? options = null) =>
        global::Karkhana.Methods.Spatial.Correlogram.Estimate(input, options, null, Token);

    public static EmpiricalBayesMoranResult EmpiricalBayesMoran(SpatialRates input, BinaryCodingOptions? options = null) =>
        global::Karkhana.Methods.Spatial.EmpiricalBayesMoran.Estimate(input, options, null, Token);

    public static DistanceResult Distance(PointPattern input, DistanceOptions? options = null) =>
        global::Karkhana.Methods.Spatial.Distance.Estimate(input, options, null, Token);

    public static WeightsResult DistanceWeights(PointPattern input, DistanceWeightsOptions? options = null) =>
        global::Karkhana.Methods.Spatial.DistanceWeights.Estimate(input, options, null, Token);

    public static WeightsResult ContiguityWeights(RegionShapes input, ContiguityWeightsOptions? options = null) =>
        global::Karkhana.Methods.Spatial.ContiguityWeights.Estimate(input, options, null, Token);

    public static WeightsResult GraphWeights(PointPattern input, GraphWeightsOptions? options = null) =>
        global::Karkhana.Methods.Spatial.GraphWeights.Estimate(input, options, null, Token);

    public static WeightsResult WeightsCoding(SpatialWeights input, CodingOptions? options = null) =>
        global::Karkhana.Methods.Spatial.WeightsCoding.Estimate(input, options, null, Token);
}
