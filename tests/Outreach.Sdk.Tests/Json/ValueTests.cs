using System.Globalization;
using System.Text.Json;
using Outreach.Sdk.Markus;

namespace Outreach.Sdk.Tests.Json;

/// <summary>The small types that stand for values of the wire.</summary>
public sealed class ValueTests
{
    private static readonly JsonSerializerOptions Options = new() { Converters = { new OpenEnumConverter<ContactStatus>(), new UnixMillisecondsConverter() } };
    private static readonly JsonSerializerOptions Timestamps = new() { Converters = { new UtcTimestampConverter() } };

    [Fact]
    public void An_open_enum_keeps_an_unknown_value_as_member_and_as_name()
    {
        string json = """{"framed":"hung"}""";

        Dictionary<ContactStatus, ContactStatus> read = JsonSerializer.Deserialize<Dictionary<ContactStatus, ContactStatus>>(json, Options)!;

        read.Should().ContainSingle().Which.Should().Be(KeyValuePair.Create(new ContactStatus("framed"), new ContactStatus("hung")));
        JsonSerializer.Serialize(read, Options).Should().Be(json);
    }

    [Theory]
    [InlineData("7")]
    [InlineData("true")]
    [InlineData("{}")]
    [InlineData("null")]
    public void An_open_enum_is_a_text(string json)
        => FluentActions.Invoking(() => JsonSerializer.Deserialize<ContactStatus>(json, Options)).Should().Throw<JsonException>();

    [Fact]
    public void What_is_left_out_equals_nothing_that_is_set()
    {
        Optional<string?> leftOut = default, cleared = null;
        OptionalList<string> listLeftOut = default, emptied = [];

        leftOut.Should().NotBe(cleared);
        (leftOut == cleared).Should().BeFalse();
        (leftOut != default).Should().BeFalse();
        (cleared == new Optional<string?>(null)).Should().BeTrue();
        (listLeftOut == emptied).Should().BeFalse();
        (emptied == listLeftOut).Should().BeFalse();
        (emptied == new OptionalList<string>(new List<string>())).Should().BeTrue();
        ((OptionalList<string>)["a", "b"] == (OptionalList<string>)["b", "a"]).Should().BeFalse();
    }

    [Theory]
    [InlineData("1767603660123", "2026-01-05T09:01:00.123Z")]
    [InlineData("1767603660123.75", "2026-01-05T09:01:00.123Z")]
    [InlineData("1.767603660123e12", "2026-01-05T09:01:00.123Z")]
    [InlineData("-1", "1969-12-31T23:59:59.999Z")]
    public void Unix_time_is_read_to_the_millisecond(string json, string instant)
        => JsonSerializer.Deserialize<DateTimeOffset>(json, Options).Should().Be(DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("253402300800000")]
    [InlineData("-62135596800001")]
    [InlineData("1e300")]
    [InlineData("\"1767603660123\"")]
    [InlineData("null")]
    public void What_is_no_Unix_time_is_refused_as_JSON(string json)
        => FluentActions.Invoking(() => JsonSerializer.Deserialize<DateTimeOffset>(json, Options)).Should().Throw<JsonException>();

    [Theory]
    [InlineData("2026-03-02T09:05:07+02:00", "2026-03-02T07:05:07Z")]
    [InlineData("2026-03-02T23:59:59.999-01:00", "2026-03-03T00:59:59Z")]
    [InlineData("0001-01-01T00:00:00Z", "0001-01-01T00:00:00Z")]
    public void A_time_is_written_in_UTC_with_whole_seconds(string instant, string written)
        => JsonSerializer.Serialize(DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture), Timestamps).Should().Be($"\"{written}\"");

    [Theory]
    [InlineData("12.50")]
    [InlineData("1e3")]
    [InlineData("0.1234567890123456789012345")]
    [InlineData("123456789012345678901234567890")]
    [InlineData("9007199254740993")]
    [InlineData("true")]
    [InlineData("null")]
    [InlineData("\"12.50\"")]
    public void A_scalar_is_written_as_it_came(string json)
        => JsonSerializer.Serialize(JsonSerializer.Deserialize<JsonScalar>(json)).Should().Be(json);

    [Fact]
    public void A_scalar_is_what_it_holds_and_nothing_else()
    {
        JsonScalar whole = 3, number = 2.5, flag = true, text = "3", none = null;

        (whole.AsNumber, whole.AsInteger, whole.AsString, whole.AsBoolean, whole.IsNull).Should().Be((3.0, 3L, null, null, false));
        (number.AsNumber, number.AsInteger).Should().Be((2.5, null));
        (flag.AsBoolean, flag.AsNumber, flag.ToString()).Should().Be((true, null, "true"));
        (text.AsString, text.AsNumber, text == whole).Should().Be(("3", null, false));
        (none.IsNull, none.ToString(), none == default).Should().Be((true, "", true));
    }
}
