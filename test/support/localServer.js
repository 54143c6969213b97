const { createServer } = require('node:http');

/** A server on loopback that records requests and answers with whatever function is set as `answer`. */
exports.localServer = async function localServer() {
	const local = { requests: [], answer: () => ({ statusCode: 200, body: {} }), url: '', close: () => server.close() };
	const server = createServer((request, response) => {
		const chunks = [];
		request.on('data', (chunk) => chunks.push(chunk));
		request.on('end', () => {
			const seen = { url: request.url, headers: request.headers, body: Buffer.concat(chunks).toString() };
			local.requests.push(seen);
			const answer = local.answer(seen);
			if (answer === null) return;
			const { statusCode, body, contentType = 'application/json; charset=utf-8' } = answer;
			response.writeHead(statusCode, { 'content-type': contentType });
			response.end(typeof body === 'string' ? body : JSON.stringify(body));
		});
	});
	await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
	local.url = `http://127.0.0.1:${server.address().port}`;
	return local;
};
