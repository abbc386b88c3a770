using System.Text.Json;
using Karkhana.Core.Errors;
using Karkhana.Core.Exchange;
using Karkhana.Learning;
using Karkhana.Testing;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Learning;

public sealed class ChannelMatrixTests
{
    private const string Cell = """{ "sign": "+", "strength": 1, "confidence": "high", "source": "s" }""";
    private const string Row = $$"""{ "id": "EE01", "name": "n", "cells": { "static_cost": {{Cell}} } }""";
    private const string Whole = $$"""
        { "version": "1", "title": "t", "status": "s", "channels": ["static_cost", "cost_of_effort"], "rows": [{{Row}}] }
        """;

    [Fact]
    public void The_default_has_26_advantages_and_6_channels_with_a_cell_for_each()
    {
        ChannelMatrix matrix = ChannelMatrix.Default();

        matrix.Rows.Count.ShouldBe(26);
        matrix.Channels.ShouldBe(Enum.GetValues<LearningChannel>());
        matrix.Rows.ShouldAllBe(row => row.Cells.Count == 6);
        matrix.Rows.Count(row => row.Id.StartsWith("EE", StringComparison.Ordinal)).ShouldBe(14);
        matrix.Rows.Count(row => row.Id.StartsWith("JA", StringComparison.Ordinal)).ShouldBe(7);
        matrix.Rows.Count(row => row.Id.StartsWith("DE", StringComparison.Ordinal)).ShouldBe(5);
        matrix.Status.ShouldContain("reconstruction");
        matrix.ToTable().RowCount.ShouldBe(156);
    }

    [Theory]
    [InlineData("EE01", new double[] { 1, 1, 0.5, 0, 1, 0.5 })]
    [InlineData("EE03", new double[] { 2, 1, 2, 0, 1, 0 })]
    [InlineData("EE08", new double[] { 0, 1, 0, -1, 1, 2 })]
    [InlineData("EE11", new double[] { -1, 0, -1, 2, 0.5, 0 })]
    [InlineData("JA05", new double[] { 1, 2, 2, 0.5, 1, 0.5 })]
    [InlineData("DE04", new double[] { 0, 0, 0, -1, -1, -1 })]
    [InlineData("DE05", new double[] { -1, 0, -1, 0.5, 0, 0 })]
    public void Rows_hold_the_strengths_of_the_framework(string id, double[] strengths)
    {
        ChannelMatrix matrix = ChannelMatrix.Default();
        MatrixRow row = matrix.Rows.Single(row => row.Id == id);

        matrix.Channels.Select(row.In).ShouldBe(strengths);
    }

    [Fact]
    public void Every_cell_that_is_not_zero_says_why_and_no_other_does()
    {
        ChannelMatrix matrix = ChannelMatrix.Default();
        (MatrixRow Row, LearningChannel Channel)[] cells = [.. matrix.Rows.SelectMany(row => matrix.Channels.Select(channel => (row, channel)))];

        cells.ShouldAllBe(cell => (cell.Row.In(cell.Channel) != 0) == (cell.Row.Cells[cell.Channel].Rationale != null));
        string[] reasons = [.. cells.Select(cell => cell.Row.Cells[cell.Channel].Rationale).OfType<string>()];
        reasons.ShouldAllBe(reason => reason.EndsWith('.') && char.IsUpper(reason[0]) && reason.Length > 15);
        matrix.Rows.Single(row => row.Id == "EE08").Cells[LearningChannel.IncentiveForEffort].Rationale!.ShouldContain("copy"); // what harms says so
        Enumerable.Range(0, 156).Count(row => matrix.ToTable().Texts("rationale")[row] is { Length: > 0 }).ShouldBe(reasons.Length);
    }

    [Fact]
    public void The_schema_takes_what_the_reader_takes()
    {
        using JsonDocument schema = JsonDocument.Parse(
            File.ReadAllText(Path.Combine(SharedFolder.RepositoryRoot, "docs", "framework", "matrix.schema.json")));
        string[] Keys(JsonElement form) => [.. form.GetProperty("properties").EnumerateObject().Select(property => property.Name).Order(StringComparer.Ordinal)];
        string[] Members(Type type) => [.. type.GetProperties().Select(member => JsonNamingPolicy.SnakeCaseLower.ConvertName(member.Name)).Order(StringComparer.Ordinal)];
        JsonElement forms = schema.RootElement.GetProperty("$defs");

        Keys(schema.RootElement).ShouldBe(Members(typeof(ChannelMatrix)));
        Keys(forms.GetProperty("row")).ShouldBe(Members(typeof(MatrixRow)));
        Keys(forms.GetProperty("cell")).ShouldBe(Members(typeof(MatrixCell)));
        forms.GetProperty("channel").GetProperty("enum").EnumerateArray().Select(name => name.GetString())
            .ShouldBe(Enum.GetValues<LearningChannel>().Select(channel => JsonNamingPolicy.SnakeCaseLower.ConvertName(channel.ToString())));
    }

    [Fact]
    public void A_matrix_of_a_study_is_read_and_missing_cells_are_zero()
    {
        ChannelMatrix matrix = ChannelMatrix.Parse(Whole, "matrix.json");

        matrix.Rows.ShouldHaveSingleItem().In(LearningChannel.StaticCost).ShouldBe(1);
        matrix.Rows[0].In(LearningChannel.CostOfEffort).ShouldBe(0);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{ not json")]
    public void What_is_no_matrix_is_refused(string json) => Refused(json);

    [Theory]
    [InlineData("\"static_cost\": {", "\"no_channel\": {")]
    [InlineData("\"cost_of_effort\"]", "1]")]
    [InlineData("\"sign\": \"+\"", "\"sign\": \"++\"")]
    [InlineData("\"sign\": \"+\"", "\"sign\": null")]
    [InlineData("\"strength\": 1", "\"strength\": 2.5")]
    [InlineData("\"strength\": 1", "\"strength\": -1")]
    [InlineData("\"strength\": 1", "\"strength\": \"strong\"")]
    [InlineData("\"confidence\": \"high\"", "\"confidence\": \"sure\"")]
    [InlineData(", \"source\": \"s\"", "")]
    [InlineData("\"source\": \"s\"", "\"source\": \"s\", \"rationale\": \"\"")]
    [InlineData("\"source\": \"s\"", "\"source\": \"s\", \"colour\": \"red\"")]
    [InlineData("\"version\": \"1\"", "\"version\": null")]
    [InlineData("\"rows\": [" + Row + "]", "\"rows\": null")]
    [InlineData("\"rows\": [" + Row + "]", "\"rows\": [null]")]
    [InlineData("\"rows\": [" + Row + "]", "\"rows\": [" + Row + ", " + Row + "]")]
    [InlineData(Cell, "null")]
    [InlineData("[\"static_cost\", \"cost_of_effort\"]", "[\"static_cost\", \"static_cost\"]")]
    public void A_matrix_with_one_thing_wrong_is_refused_with_the_file_named(string right, string wrong)
    {
        Whole.ShouldContain(right);
        Refused(Whole.Replace(right, wrong, StringComparison.Ordinal));
    }

    private static void Refused(string json)
    {
        DataProblem problem = Should.Throw<StudyException>(() => ChannelMatrix.Parse(json, "matrix.json")).Problems.ShouldHaveSingleItem();
        problem.Code.ShouldBe("malformed-matrix");
        problem.File.ShouldBe("matrix.json");
        problem.Severity.ShouldBe(Severity.Error);
        problem.Found.ShouldNotBeEmpty();
    }
}
