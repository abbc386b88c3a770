using System.Globalization;
using System.Text.Json;
using Karkhana.Core.Execution;
using Karkhana.Core.Measures;
using Karkhana.Measures;
using Karkhana.Methods.Concentration;
using Karkhana.Methods.Networks;
using Karkhana.Methods.Spatial;
using Karkhana.Requests;
using Karkhana.Testing;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods;

/// <summary>The requests shown on the pages of the methods run and give the numbers that the pages print.</summary>
public sealed class MethodPageTests
{
    private static readonly Measure[] Measures =
    [
        LocationQuotientMeasure.Definition, EllisonGlaeserMeasure.Definition, MFunctionMeasure.Definition, EnvelopeMeasure.Definition,
        MFunctionEnvelopeMeasure.Definition, CohesionMeasure.Definition, DegreeCentralityMeasure.Definition,
    ];

    public static TheoryData<string> Pages() =>
    [
        .. Directory.EnumerateFiles(Root(), "*.md", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Root(), file).Replace('\\', '/')).Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public void The_request_on_a_page_can_be_read_and_computed_where_the_measure_exists(string page)
    {
        string id = page[..^3].Replace('/', '.');

        RequestOf(page).Inputs.ShouldNotBeEmpty();
        if (Find(id) is { } measure)
        {
            measure.Compute(RequestOf(page), cancellationToken: TestContext.Current.CancellationToken).ToOutputs().All.Keys
                .ShouldBe(measure.Outputs.Select(output => output.Name), ignoreOrder: true);
        }
    }

    [Theory]
    [InlineData("concentration/location-quotient", "estimate", 0, "5")]
    [InlineData("concentration/ellison-glaeser", "gamma", 0, "−0.10599078")]
    [InlineData("concentration/ellison-glaeser", "maurel_sedillot", 0, "0.26267281")]
    [InlineData("concentration/ellison-glaeser", "z", 0, "−0.294")]
    [InlineData("spatial/m-function", "estimate", 0, "7.4347826")]
    [InlineData("spatial/m-function", "estimate", 1, "2.7886497")]
    [InlineData("spatial/m-function", "estimate", 2, "1")]
    [InlineData("spatial/envelope", "lower", 0, "0.9")]
    [InlineData("spatial/envelope", "upper", 0, "1.1")]
    [InlineData("spatial/envelope", "p_upper", 0, "0.3333")]
    [InlineData("spatial/m-function-envelope", "simulated", 0, "4.6849315")]
    [InlineData("spatial/m-function-envelope", "lower", 0, "0.4947065")]
    [InlineData("spatial/m-function-envelope", "upper", 0, "4.1160470")]
    [InlineData("spatial/m-function-envelope", "p_upper", 0, "0.6")]
    [InlineData("networks/cohesion", "density", 0, "0.19642857")]
    [InlineData("networks/cohesion", "reciprocity_edgewise", 0, "0.72727273")]
    [InlineData("networks/cohesion", "transitivity", 0, "0.57142857")]
    [InlineData("networks/degree-centrality", "total", 0, "6")]
    [InlineData("networks/degree-centrality", "indegree", 5, "1")]
    public void The_example_gives_the_number_that_is_printed(string page, string output, int position, string printed)
    {
        MeasureOutputs outputs = Find(page.Replace('/', '.'))!
            .Compute(RequestOf(page + ".md"), new ExecutionOptions(), TestContext.Current.CancellationToken).ToOutputs();

        double expected = double.Parse(printed.Replace('−', '-'), CultureInfo.InvariantCulture);
        int places = printed.Contains('.', StringComparison.Ordinal) ? printed.Length - printed.IndexOf('.', StringComparison.Ordinal) - 1 : 12;
        outputs.All[output].Numbers![position].ShouldBe(expected, tolerance: 0.51 * Math.Pow(10, -places));
        File.ReadAllText(Path.Combine(Root(), page + ".md")).ShouldContain(printed);
    }

    private static Measure? Find(string id) =>
        MeasureCatalogue.All.Find(id) ?? Measures.FirstOrDefault(measure => measure.Id == id);

    private static string Root() => Path.Combine(SharedFolder.RepositoryRoot, "docs", "methods");

    private static MeasureRequest RequestOf(string page)
    {
        string text = File.ReadAllText(Path.Combine(Root(), page));
        int start = text.IndexOf("```json", StringComparison.Ordinal) + "```json".Length;
        using JsonDocument document = JsonDocument.Parse(text[start..text.IndexOf("```", start, StringComparison.Ordinal)]);
        return RequestReader.Read(document.RootElement.Clone(), _ => throw new NotSupportedException("A page's request brings its tables."));
    }
}
