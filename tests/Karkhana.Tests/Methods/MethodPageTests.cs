using System.Globalization;
using System.Text.Json;
using Karkhana.Core.Execution;
using Karkhana.Core.Measures;
using Karkhana.Measures;
using Karkhana.Requests;
using Karkhana.Testing;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods;

/// <summary>The requests shown on the pages of the methods run and give the numbers that the pages print.</summary>
public sealed class MethodPageTests
{
    public static TheoryData<string> Pages() =>
    [
        .. Directory.EnumerateFiles(Root(), "*.md", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Root(), file).Replace('\\', '/')).Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public void The_request_on_a_page_can_be_read_and_computed(string page)
    {
        string id = page[..^3].Replace('/', '.');

        Measure measure = MeasureCatalogue.All.Find(id).ShouldNotBeNull();
        RequestOf(page).Inputs.Keys.ShouldBeSubsetOf(measure.Inputs.Select(input => input.Name));
        measure.Inputs.Where(input => input.Required).Select(input => input.Name).ShouldBeSubsetOf(RequestOf(page).Inputs.Keys);
        measure.Compute(RequestOf(page), cancellationToken: TestContext.Current.CancellationToken).ToOutputs().All.Keys
            .ShouldBe(measure.Outputs.Select(output => output.Name), ignoreOrder: true);
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
    [InlineData("psychometrics/capability-index", "index", 0, "0.50")]
    [InlineData("psychometrics/capability-ladder", "index", 0, "0.6778")]
    [InlineData("psychometrics/capability-ladder", "breadth", 0, "2")]
    [InlineData("psychometrics/capability-ladder", "depth", 0, "3")]
    [InlineData("psychometrics/capability-ladder", "score", 0, "0.6667")]
    [InlineData("psychometrics/capability-ladder", "score", 1, "0.5667")]
    [InlineData("psychometrics/capability-ladder", "score", 2, "0.8")]
    [InlineData("psychometrics/capability-ladder", "level", 0, "0")]
    [InlineData("psychometrics/capability-ladder", "level", 1, "2")]
    [InlineData("psychometrics/capability-ladder", "level", 2, "3")]
    [InlineData("psychometrics/cronbach-alpha", "alpha", 0, "0.94554664")]
    [InlineData("psychometrics/cronbach-alpha", "alpha_if_dropped", 0, "0.90317331")]
    [InlineData("psychometrics/cronbach-alpha", "alpha_if_dropped", 2, "0.94694426")]
    [InlineData("psychometrics/cronbach-alpha", "std_error_of_measurement", 0, "1.20")]
    [InlineData("psychometrics/cronbach-alpha", "conf_low", 0, "0.857")]
    [InlineData("psychometrics/cronbach-alpha", "conf_high", 0, "0.985")]
    [InlineData("psychometrics/factor-analysis", "statistic", 0, "2.28")]
    [InlineData("psychometrics/hierarchical-omega", "omega_hierarchical", 0, "0.59")]
    [InlineData("psychometrics/confirmatory-factor-analysis", "root_average_variance_extracted", 1, "0.684")]
    [InlineData("psychometrics/measurement-invariance", "cfi_difference", 2, "-0.133864")]
    [InlineData("econometrics/ordinary-least-squares", "estimate", 0, "0.207692")]
    [InlineData("econometrics/ordinary-least-squares", "estimate", 1, "0.123077")]
    [InlineData("econometrics/ordinary-least-squares", "std_error", 0, "0.022460")]
    [InlineData("econometrics/ordinary-least-squares", "std_error", 1, "0.009881")]
    [InlineData("econometrics/ordinary-least-squares", "statistic", 0, "9.2473")]
    [InlineData("econometrics/ordinary-least-squares", "statistic", 1, "12.4560")]
    [InlineData("econometrics/ordinary-least-squares", "p_value", 0, "0.00076")]
    [InlineData("econometrics/ordinary-least-squares", "p_value", 1, "0.00024")]
    [InlineData("econometrics/ordinary-least-squares", "conf_low", 0, "0.145334")]
    [InlineData("econometrics/ordinary-least-squares", "conf_low", 1, "0.095643")]
    [InlineData("econometrics/ordinary-least-squares", "conf_high", 0, "0.270050")]
    [InlineData("econometrics/ordinary-least-squares", "conf_high", 1, "0.150511")]
    [InlineData("econometrics/ordinary-least-squares", "sigma", 0, "0.032522")]
    [InlineData("econometrics/ordinary-least-squares", "r_squared", 0, "0.974867")]
    [InlineData("econometrics/ordinary-least-squares", "f_statistic", 0, "155.15")]
    [InlineData("econometrics/ordinary-least-squares", "log_likelihood", 0, "13.2578")]
    [InlineData("econometrics/ordinary-least-squares", "aic", 0, "−20.5155")]
    [InlineData("econometrics/cluster-robust-regression", "estimate", 0, "0.207692")]
    [InlineData("econometrics/cluster-robust-regression", "estimate", 1, "0.123077")]
    [InlineData("econometrics/cluster-robust-regression", "std_error", 0, "0.005340")]
    [InlineData("econometrics/cluster-robust-regression", "std_error", 1, "0.005794")]
    public void The_example_gives_the_number_that_is_printed(string page, string output, int position, string printed)
    {
        MeasureOutputs outputs = MeasureCatalogue.All.Find(page.Replace('/', '.'))!
            .Compute(RequestOf(page + ".md"), new ExecutionOptions(), TestContext.Current.CancellationToken).ToOutputs();

        double expected = double.Parse(printed.Replace('−', '-'), CultureInfo.InvariantCulture);
        int places = printed.Contains('.', StringComparison.Ordinal) ? printed.Length - printed.IndexOf('.', StringComparison.Ordinal) - 1 : 12;
        outputs.All[output].Numbers![position].ShouldBe(expected, tolerance: 0.51 * Math.Pow(10, -places));
        File.ReadAllText(Path.Combine(Root(), page + ".md")).ShouldContain(printed);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void The_outputs_block_of_a_page_holds_what_its_example_gives(string page)
    {
        string[] blocks = JsonBlocks(File.ReadAllText(Path.Combine(Root(), page)));
        if (blocks.Length < 2)
        {
            return; // older pages print their numbers in the text and are checked above
        }

        using JsonDocument printed = JsonDocument.Parse(blocks[1]);
        MeasureOutputs outputs = MeasureCatalogue.All.Find(page[..^3].Replace('/', '.'))!
            .Compute(RequestOf(page), new ExecutionOptions(), TestContext.Current.CancellationToken).ToOutputs();
        foreach (JsonProperty output in printed.RootElement.EnumerateObject())
        {
            JsonElement[] cells = output.Value.ValueKind == JsonValueKind.Array ? [.. output.Value.EnumerateArray()] : [output.Value];
            cells.ShouldNotBeEmpty($"{page}, {output.Name}");
            for (int i = 0; i < cells.Length; i++)
            {
                ShouldBePrinted(outputs.All[output.Name], i, cells[i], $"{page}, {output.Name}, position {i}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_page_shows_the_figure_of_its_example(string page)
    {
        Measure measure = MeasureCatalogue.All.Find(page[..^3].Replace('/', '.'))!;
        MeasureRequest request = RequestOf(page);
        string figure = PageFigure.Svg(measure, request, measure.Compute(request, cancellationToken: TestContext.Current.CancellationToken).ToOutputs());

        Approve.Text(figure, $"docs/images/methods/{measure.Id.Replace('.', '-')}.svg");
        File.ReadAllText(Path.Combine(Root(), page)).ShouldContain($"](../../images/methods/{measure.Id.Replace('.', '-')}.svg)");
    }

    [Theory]
    [InlineData("econometrics/ordinary-least-squares", "covariance", "hc0", "0.004289")]
    [InlineData("econometrics/ordinary-least-squares", "covariance", "hc1", "0.005253")]
    [InlineData("econometrics/ordinary-least-squares", "covariance", "hc2", "0.005085")]
    [InlineData("econometrics/ordinary-least-squares", "covariance", "hc3", "0.006072")]
    [InlineData("econometrics/ordinary-least-squares", "covariance", "hc4", "0.005056")]
    [InlineData("econometrics/cluster-robust-regression", "correction", "cr0", "0.004231")]
    public void The_slope_has_the_error_that_is_printed_for_another_option(string page, string option, string value, string printed) =>
        OutputOf(page, "std_error", text => text.Replace($"\"{option}\": \"{(option == "covariance" ? "classical" : "cr1")}\"", $"\"{option}\": \"{value}\"", StringComparison.Ordinal))[1]
            .ShouldBe(double.Parse(printed, CultureInfo.InvariantCulture), tolerance: 0.51e-6);

    [Fact]
    public void The_other_readings_of_the_psychometrics_examples_hold()
    {
        OutputOf("psychometrics/capability-index", "index", text => text.Replace("\"weight\": null", "\"weight\": \"weight\"", StringComparison.Ordinal))
            .ShouldBe([0.5625]);
        OutputOf("psychometrics/capability-ladder", "level", text => text.Replace("\"required_share\": 0.6", "\"required_share\": 0.7", StringComparison.Ordinal))
            .ShouldBe([0, 1, 3]);
    }

    private static IReadOnlyList<double> OutputOf(string page, string output, Func<string, string> change) =>
        MeasureCatalogue.All.Find(page.Replace('/', '.'))!
            .Compute(RequestOf(page + ".md", change), new ExecutionOptions(), TestContext.Current.CancellationToken).ToOutputs().All[output].Numbers!;

    private static string Root() => Path.Combine(SharedFolder.RepositoryRoot, "docs", "methods");

    private static MeasureRequest RequestOf(string page, Func<string, string>? change = null)
    {
        string whole = File.ReadAllText(Path.Combine(Root(), page));
        using JsonDocument document = JsonDocument.Parse(JsonBlocks(change is null ? whole : change(whole))[0]);
        return RequestReader.Read(document.RootElement.Clone(), _ => throw new NotSupportedException("A page's request brings its tables."));
    }

    private static string[] JsonBlocks(string text) =>
        [.. text.Split("```json").Skip(1).Select(part => part[..part.IndexOf("```", StringComparison.Ordinal)])];

    private static void ShouldBePrinted(MeasureOutput output, int position, JsonElement cell, string where)
    {
        if (cell.ValueKind == JsonValueKind.String)
        {
            output.Texts![position].ShouldBe(cell.GetString(), where);
            return;
        }

        double actual = output.Numbers![position];
        if (cell.ValueKind == JsonValueKind.Null)
        {
            actual.ShouldBe(double.NaN, where);
            return;
        }

        string printed = cell.GetRawText();
        int places = printed.Contains('.', StringComparison.Ordinal) ? printed.Length - printed.IndexOf('.', StringComparison.Ordinal) - 1 : 9;
        actual.ShouldBe(cell.GetDouble(), 0.51 * Math.Pow(10, -places), where);
    }
}
